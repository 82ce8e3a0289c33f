"""Groups: members, assessments, meetings, and what members say to each other."""
