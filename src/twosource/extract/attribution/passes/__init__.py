"""What is put right by rule between a proposal and a statement, one step a module."""
