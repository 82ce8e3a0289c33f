"""Static files under names that tell their content, those that scripts import from each other included."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class StaticFilesStorage(CompressedManifestStaticFilesStorage):
    """Otherwise a script of one release could be given the imported half of another.

    Django can look into every script for that; some of other people's name files that are not there.
    """

    patterns = (
        *CompressedManifestStaticFilesStorage.patterns,
        ("js/outreach/*.js", ((r"""(?P<matched>from "(?P<url>\./[a-z]+\.js)")""", """from "%(url)s\""""),)),
    )
