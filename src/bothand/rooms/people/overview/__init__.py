"""The first page: who is around one."""
