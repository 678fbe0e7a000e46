"""A council's meetings: kept in a database, minuted in the admin, published as minutes."""
