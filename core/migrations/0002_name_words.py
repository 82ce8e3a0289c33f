import django.contrib.postgres.indexes
from django.db import migrations, models

# Nobody waits for another who learns the same word: it may stand there twice.
LEARN = r"""
CREATE FUNCTION core_words_of(searched text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
    SELECT word FROM regexp_split_to_table(searched, '[\s[:punct:]\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]+') AS word
    WHERE length(word) BETWEEN 2 AND 60
$$;
CREATE FUNCTION core_learn_words() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO core_nameword (word)
    SELECT DISTINCT read.word FROM new_rows CROSS JOIN LATERAL core_words_of(new_rows.search_text) AS read (word)
    WHERE NOT EXISTS (SELECT FROM core_nameword AS known WHERE known.word = read.word);
    RETURN NULL;
END
$$;
CREATE PROCEDURE core_learn_words_of(searched regclass) LANGUAGE plpgsql AS $$
DECLARE event text;
BEGIN
    FOREACH event IN ARRAY ARRAY['insert', 'update'] LOOP
        EXECUTE format(
            'CREATE TRIGGER learn_words_after_%1$s AFTER %1$s ON %2$s REFERENCING NEW TABLE AS new_rows'
            ' FOR EACH STATEMENT EXECUTE FUNCTION core_learn_words()', event, searched);
    END LOOP;
    EXECUTE format(
        'INSERT INTO core_nameword (word) SELECT DISTINCT read.word FROM %s, core_words_of(search_text) AS read (word)'
        ' WHERE NOT EXISTS (SELECT FROM core_nameword AS known WHERE known.word = read.word)', searched);
END
$$;
"""
FORGET = """
DROP PROCEDURE core_learn_words_of(regclass);
DROP FUNCTION core_learn_words();
DROP FUNCTION core_words_of(text);
"""


class Migration(migrations.Migration):
    """Every word of a name that is searched, so that a misspelt one is compared with words and not with all names."""

    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="NameWord",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("word", models.TextField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["word"], name="core_nameword_word"),
                    django.contrib.postgres.indexes.GinIndex(
                        fields=["word"], name="core_nameword_trgm", opclasses=["gin_trgm_ops"]
                    ),
                ],
            },
        ),
        migrations.RunSQL(LEARN, FORGET),
        migrations.RunSQL(
            "CALL core_learn_words_of('core_organisation')",
            "DROP TRIGGER learn_words_after_insert ON core_organisation;"
            "DROP TRIGGER learn_words_after_update ON core_organisation",
        ),
    ]
