"""The people page (居民) and the resident's card that every page shows at the right."""
