"""The grammar of 'Agenda and minutes' pages of ModernGov sites: from lines, whatever they come from, to a meeting."""
