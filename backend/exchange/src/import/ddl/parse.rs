//! One statement through the parser, within bounds: what it builds is as deep as an expression is long.

use sqlparser::ast::Statement;
use sqlparser::dialect::{Dialect, GenericDialect, MySqlDialect, PostgreSqlDialect, SQLiteDialect};
use sqlparser::parser::Parser;
use sqlparser::tokenizer::{Token, TokenWithSpan, Tokenizer};

use super::SqlDialect;
use crate::limits::{MAX_BRACKETS, MAX_TERMS};

/// Reads a statement, by the words of its dialect or by those that all have. Else why not, in words.
pub(super) fn parse(text: &str, dialect: SqlDialect) -> Result<Statement, String> {
    let own: &dyn Dialect = match dialect {
        SqlDialect::Postgres => &PostgreSqlDialect {},
        SqlDialect::Mysql => &MySqlDialect {},
        SqlDialect::Sqlite => &SQLiteDialect {},
    };
    parse_as(text, own).or_else(|reason| parse_as(text, &GenericDialect {}).map_err(|_| reason))
}

fn parse_as(text: &str, dialect: &dyn Dialect) -> Result<Statement, String> {
    let tokens = Tokenizer::new(dialect, text).tokenize_with_location().map_err(|error| error.to_string())?;
    bounded(&tokens)?;
    let mut parser = Parser::new(dialect).with_tokens_with_locations(tokens);
    let statement = parser.parse_statement().map_err(|error| reason(&error.to_string()))?;
    match &parser.peek_token().token {
        Token::EOF | Token::SemiColon => Ok(statement),
        other => Err(format!("“{other}” is not understood here")),
    }
}

/// Refuses what would be built too deep. Expressions grow by a level a term, so terms are counted from comma to comma, in
/// each bracket by itself.
fn bounded(tokens: &[TokenWithSpan]) -> Result<(), String> {
    let mut open = vec![0_usize];
    for token in tokens {
        match &token.token {
            Token::Whitespace(_) => continue,
            Token::LParen | Token::LBracket | Token::LBrace => open.push(0),
            Token::RParen | Token::RBracket | Token::RBrace if open.len() > 1 => drop(open.pop()),
            Token::Comma => *last(&mut open) = 0,
            _ => {}
        }
        *last(&mut open) += 1;
        if open.len() > MAX_BRACKETS {
            return Err(format!("it has more than {MAX_BRACKETS} brackets inside one another"));
        }
        if *last(&mut open) > MAX_TERMS {
            return Err(format!("a part of it has more than {MAX_TERMS} words without a comma"));
        }
    }
    Ok(())
}

/// The count of the innermost bracket.
fn last(open: &mut Vec<usize>) -> &mut usize {
    if open.is_empty() {
        open.push(0);
    }
    let at = open.len() - 1;
    &mut open[at]
}

fn reason(error: &str) -> String {
    error.trim_start_matches("sql parser error: ").to_owned()
}

/// What a statement is called: its first words.
pub(super) fn title(words: &[String]) -> String {
    const OBJECTS: [&str; 16] = [
        "TABLE",
        "INDEX",
        "TYPE",
        "DOMAIN",
        "VIEW",
        "TRIGGER",
        "FUNCTION",
        "PROCEDURE",
        "SEQUENCE",
        "EXTENSION",
        "SCHEMA",
        "DATABASE",
        "EVENT",
        "POLICY",
        "AGGREGATE",
        "COLUMN",
    ];
    let Some(first) = words.first() else { return "An empty statement".to_owned() };
    let object = words.iter().skip(1).find(|word| OBJECTS.contains(&word.as_str()));
    match (first.as_str(), object) {
        ("CREATE" | "ALTER" | "DROP" | "COMMENT", Some(object)) => format!("{first} {object}"),
        _ => first.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_would_be_built_too_deep_is_refused() {
        let sum = format!("CREATE TABLE a (b int DEFAULT {}1)", "1+".repeat(100_000));
        assert!(parse(&sum, SqlDialect::Sqlite).unwrap_err().contains("without a comma"));
        let deep = format!("CREATE TABLE a (b int CHECK ({}1{}))", "(".repeat(10_000), ")".repeat(10_000));
        assert!(parse(&deep, SqlDialect::Sqlite).unwrap_err().contains("brackets"));
        let calls = format!("CREATE TABLE a (b int DEFAULT {}1)", "f(1,2)+".repeat(100_000));
        assert!(parse(&calls, SqlDialect::Sqlite).is_err());
        assert!(parse("CREATE TABLE a (b int, c int)", SqlDialect::Sqlite).is_ok());
    }

    #[test]
    fn statements_are_called_by_their_first_words() {
        let check = |text: &str, expect: &str| {
            let words: Vec<String> = text.split(' ').map(str::to_owned).collect();
            assert_eq!(title(&words), expect);
        };
        check("CREATE OR REPLACE VIEW x", "CREATE VIEW");
        check("INSERT INTO a", "INSERT");
        check("COMMENT ON EXTENSION x", "COMMENT EXTENSION");
    }
}
