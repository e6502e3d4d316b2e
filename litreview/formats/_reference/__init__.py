"""Reference Manager's idea of a record, which RIS, EndNote's XML and EndNote's tagged files share: types, tags, and what they mean."""
