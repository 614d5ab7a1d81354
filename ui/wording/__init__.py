"""Words that several pages share: days, moments, and the terms of the work in the language in force."""
