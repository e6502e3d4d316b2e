"""Reference Manager's idea of a record, which RIS, EndNote's XML and EndNote's tagged files share: types, tags, and what they mean.

In: the tags of one record (`tag.Tag`) and its type. Out: a `RawRecord` filled with what they mean. No format by itself: RIS, EndNote's XML
and EndNote's tagged files bring their own names to these tags and call `record.fill`; RePEc, Copac, Ovid and others use only `Tag`.
"""
