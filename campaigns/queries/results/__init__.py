"""What has been reached: computed from approved activities and updates each time, nothing is stored."""
