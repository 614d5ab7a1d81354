"""Documents (文书): one description of a report or an official slip, written as Excel or as PDF."""
