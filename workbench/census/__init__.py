"""Census and surveys (普查与调查): rounds, areas, interviews, verification, tabulation."""
