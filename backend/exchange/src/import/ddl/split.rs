//! An SQL text in statements, without comments, rows of `COPY` and what only a client understands.

use super::SqlDialect;

/// One statement.
#[derive(Debug, PartialEq)]
pub(super) struct Statement {
    /// Its text; comments are blanks.
    pub text: String,
    /// The line on which it begins, from 1.
    pub line: usize,
}

impl Statement {
    /// Its first words in capitals, at most so many.
    pub(super) fn words(&self, most: usize) -> Vec<String> {
        let words = self.text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
        words.take(most).map(str::to_uppercase).collect()
    }
}

/// The statements of a text, in order.
pub(super) fn split(text: &str, dialect: SqlDialect) -> Vec<Statement> {
    let mut splitter = Splitter {
        text,
        at: 0,
        line: 1,
        dialect,
        delimiter: ";".to_owned(),
        current: String::new(),
        begun: None,
        has_body: None,
        out: Vec::new(),
    };
    splitter.run();
    splitter.out
}

struct Splitter<'t> {
    text: &'t str,
    at: usize,
    line: usize,
    dialect: SqlDialect,
    delimiter: String,
    current: String,
    /// The line of the first character of the current statement that is no blank.
    begun: Option<usize>,
    /// Whether the current statement has a body with `;` inside, once that was asked.
    has_body: Option<bool>,
    out: Vec<Statement>,
}

impl<'t> Splitter<'t> {
    fn run(&mut self) {
        while self.at < self.text.len() {
            if self.begun.is_none() && self.client_line() {
                continue;
            }
            self.step();
        }
        self.end();
    }

    fn rest(&self) -> &'t str {
        &self.text[self.at..]
    }

    /// One token or one character.
    fn step(&mut self) {
        let rest = self.rest();
        if rest.starts_with(&self.delimiter) && !self.inside_body() {
            self.at += self.delimiter.len();
            self.end();
        } else if rest.starts_with("--") || (rest.starts_with('#') && self.dialect == SqlDialect::Mysql) {
            let length = rest.find('\n').unwrap_or(rest.len());
            self.skip(length);
        } else if rest.starts_with("/*") {
            let length = rest.find("*/").map_or(rest.len(), |at| at + 2);
            self.skip(length);
        } else if let Some(length) = self.quoted() {
            self.take(length);
        } else {
            let length = rest.chars().next().map_or(1, char::len_utf8);
            self.take(length);
        }
    }

    /// A line for a client, at the place of a statement: `\connect`, `DELIMITER ;;`.
    fn client_line(&mut self) -> bool {
        let rest = self.rest();
        let line = rest.lines().next().unwrap_or_default();
        let word = line.trim_start();
        let is_delimiter = word.get(..10).is_some_and(|word| word.eq_ignore_ascii_case("delimiter "));
        if is_delimiter {
            let told = word[10..].trim();
            self.delimiter = if told.is_empty() { ";".to_owned() } else { told.to_owned() };
        } else if !word.starts_with('\\') || self.dialect != SqlDialect::Postgres {
            return false;
        }
        let length = (line.len() + 1).min(rest.len());
        self.skip(length);
        true
    }

    /// Bytes of the quoted text that begins here, if one does.
    fn quoted(&self) -> Option<usize> {
        let rest = self.rest();
        let first = rest.chars().next()?;
        match first {
            '\'' | '"' | '`' => {
                let escaped = self.dialect == SqlDialect::Mysql && first != '`' || self.is_escape_string(first);
                Some(quoted_length(rest, first, escaped))
            }
            '[' if self.dialect == SqlDialect::Sqlite => Some(rest.find(']').map_or(rest.len(), |at| at + 1)),
            '$' if self.dialect == SqlDialect::Postgres => {
                let tag_end = rest[1..].find(|c: char| !c.is_alphanumeric() && c != '_')? + 1;
                let tag = rest[tag_end..].starts_with('$').then(|| &rest[..=tag_end])?;
                Some(rest[tag.len()..].find(tag).map_or(rest.len(), |at| at + 2 * tag.len()))
            }
            _ => None,
        }
    }

    /// Whether a PostgreSQL text in which `\` escapes begins here: `E'…'`.
    fn is_escape_string(&self, quote: char) -> bool {
        let mut before = self.text[..self.at].chars().rev();
        quote == '\''
            && self.dialect == SqlDialect::Postgres
            && before.next().is_some_and(|c| c.eq_ignore_ascii_case(&'e'))
            && before.next().is_none_or(|c| !c.is_alphanumeric() && c != '_')
    }

    /// Whether a `;` here stands between `BEGIN` and `END` of a trigger or a routine. The words before it are looked at
    /// once a statement, so that a long body takes no more time than its length. PostgreSQL quotes its bodies.
    fn inside_body(&mut self) -> bool {
        if self.begun.is_none() || self.dialect == SqlDialect::Postgres {
            return false;
        }
        let has_body = *self.has_body.get_or_insert_with(|| has_body(&self.current));
        let told = self.current.trim_end();
        let ends =
            told.len().checked_sub(3).and_then(|at| told.get(at..)).is_some_and(|w| w.eq_ignore_ascii_case("end"));
        has_body && !ends
    }

    fn take(&mut self, length: usize) {
        let piece = &self.text[self.at..self.at + length];
        if self.begun.is_none() && !piece.trim().is_empty() {
            self.begun = Some(self.line);
        }
        if self.begun.is_some() {
            self.current.push_str(piece);
        }
        self.line += piece.matches('\n').count();
        self.at += length;
    }

    /// Passes over what no statement holds; lines are kept, so that places stay right.
    fn skip(&mut self, length: usize) {
        let lines = self.text[self.at..self.at + length].matches('\n').count();
        if self.begun.is_some() {
            self.current.push(' ');
            self.current.extend(std::iter::repeat_n('\n', lines));
        }
        self.line += lines;
        self.at += length;
    }

    fn end(&mut self) {
        let text = std::mem::take(&mut self.current);
        self.has_body = None;
        let Some(line) = self.begun.take() else { return };
        let statement = Statement { text, line };
        if self.dialect == SqlDialect::Postgres && is_copy(&statement) {
            self.skip_rows();
        }
        self.out.push(statement);
    }

    /// The rows that follow `COPY … FROM stdin;`, up to `\.`.
    fn skip_rows(&mut self) {
        let rest = self.rest();
        let length = rest.find("\n\\.").map_or(rest.len(), |at| at + 3);
        self.skip(length);
    }
}

fn has_body(statement: &str) -> bool {
    let words = || statement.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    let is = |word: &str, known: &[&str]| known.iter().any(|other| word.eq_ignore_ascii_case(other));
    words().next().is_some_and(|word| is(word, &["create"]))
        && words().take(8).any(|word| is(word, &["trigger", "procedure", "function", "event"]))
        && words().any(|word| is(word, &["begin"]))
}

fn is_copy(statement: &Statement) -> bool {
    let end = statement.text.trim_end().to_lowercase();
    statement.words(1) == ["COPY"] && end.contains("from stdin")
}

/// Bytes from one quote to its end, both included; a quote is doubled inside, or escaped where that is known.
fn quoted_length(text: &str, quote: char, escaped: bool) -> usize {
    let mut chars = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if escaped && c == '\\' {
            chars.next();
        } else if c == quote {
            if chars.peek().is_some_and(|(_, next)| *next == quote) {
                chars.next();
            } else {
                return at + c.len_utf8();
            }
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, dialect: SqlDialect, expect: &[(usize, &str)]) {
        let found = split(text, dialect);
        let found: Vec<_> = found.iter().map(|found| (found.line, found.text.trim())).collect();
        assert_eq!(found, expect, "{text}");
    }

    #[test]
    fn statements_end_where_they_end() {
        check("a;\nb; -- c;\n/* d; */ e", SqlDialect::Sqlite, &[(1, "a"), (2, "b"), (3, "e")]);
        check("x ';''; y' z; \"a;b\"; [c;d]", SqlDialect::Sqlite, &[(1, "x ';''; y' z"), (1, "\"a;b\""), (1, "[c;d]")]);
        check(r"a 'it\'s; '; # no;", SqlDialect::Mysql, &[(1, r"a 'it\'s; '")]);
        check(r"a '\'; b; E'\';'", SqlDialect::Postgres, &[(1, r"a '\'"), (1, r"b"), (1, r"E'\';'")]);
        check(
            "CREATE FUNCTION f() AS $$ BEGIN a; END $$;b;",
            SqlDialect::Postgres,
            &[(1, "CREATE FUNCTION f() AS $$ BEGIN a; END $$"), (1, "b")],
        );
        check("f $$ a; b $$; g $x$ ; $$ ; $x$;", SqlDialect::Postgres, &[(1, "f $$ a; b $$"), (1, "g $x$ ; $$ ; $x$")]);
    }

    #[test]
    fn rows_and_words_for_clients_are_passed_over() {
        let dump = "\\connect shop\nCOPY public.a (b) FROM stdin;\n1;2\n\\.\n\nSELECT 1;";
        check(dump, SqlDialect::Postgres, &[(2, "COPY public.a (b) FROM stdin"), (6, "SELECT 1")]);
        check("DELIMITER ;;\na; b;;\nDELIMITER ;\nc;", SqlDialect::Mysql, &[(2, "a; b"), (4, "c")]);
        check("/*!40101 SET a=1 */;\nb;", SqlDialect::Mysql, &[(2, "b")]);
    }

    #[test]
    fn a_trigger_is_one_statement() {
        let text = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE a SET b = 1; DELETE FROM c; END;\nd;";
        let found = split(text, SqlDialect::Sqlite);
        assert_eq!(found.len(), 2, "{found:?}");
        assert_eq!((found[1].line, found[1].text.trim()), (2, "d"));
    }
}
