"""A framework, an indicator or an assessment file as a page to read, one format a file."""
