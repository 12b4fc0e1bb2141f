"""What is learned of attributions: the cue, then source and content cut for it, then the surest cut."""
