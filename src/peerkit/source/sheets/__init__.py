"""Filled answer sheets."""
