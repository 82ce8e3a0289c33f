"""Reading lists into the register: read, parse, plan, apply, and a record of each run.

`settings.IMPORT_KINDS` names what can be imported; `core.importers.pipeline` runs any of them.
"""
