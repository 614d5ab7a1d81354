"""A demonstration community (演示社区): generated, deterministic for a date, and nobody in it is real."""
