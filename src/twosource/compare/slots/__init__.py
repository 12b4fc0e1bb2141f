"""What a story tells once of its main event, by which clause: cause, doer, place, hour, whether at all; and where accounts fill it in two ways."""
