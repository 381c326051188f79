"""What must be right: the situation, the steps, the advice and the dates. Standard library only."""
