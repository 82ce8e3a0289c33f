"""Documents tell what is there."""

from tests.architecture.docs import broken_links, undocumented_commands, variables, variables_of_the_example


def test_links_between_documents_lead_somewhere() -> None:
    assert broken_links() == []


def test_every_management_command_is_named_in_a_document() -> None:
    assert undocumented_commands() == []


def test_the_example_environment_shows_every_variable_that_is_read() -> None:
    assert [name for name in variables() if name not in variables_of_the_example()] == []
