"""Golden reports: invented reports with everything a careful reader finds in them marked and written down."""
