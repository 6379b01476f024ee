//! The text as a tree of syntax, refused before it is read where it is too large or too deep to be handled safely.

use std::ops::ControlFlow;

use datafusion_sql::sqlparser::ast::{Expr, Visit, Visitor};
use datafusion_sql::sqlparser::dialect::GenericDialect;
use datafusion_sql::sqlparser::parser::{Parser, ParserError};
use datafusion_sql::sqlparser::tokenizer::{Location, Token, Tokenizer};

use super::Problem;

/// Most characters of an expression.
const MOST_CHARACTERS: usize = 4_000;
/// Most words, numbers and signs.
const MOST_TOKENS: usize = 600;
/// Most steps from the whole to its innermost part, as the text nests and as operators follow one another.
const DEEPEST: usize = 60;

/// The text as one expression and nothing after it.
pub(super) fn expression(sql: &str) -> Result<Expr, Problem> {
    let characters = sql.chars().count();
    if characters > MOST_CHARACTERS {
        let message = format!("the expression has {characters} characters; {MOST_CHARACTERS} is the most");
        return Err(Problem::new("expression_too_long", message));
    }
    let tokens = Tokenizer::new(&GenericDialect {}, sql)
        .tokenize_with_location()
        .map_err(|error| syntax(&ParserError::from(error)))?;
    let words = tokens.iter().filter(|token| !matches!(token.token, Token::Whitespace(_))).count();
    if words > MOST_TOKENS {
        let message = format!("the expression has {words} words and signs; {MOST_TOKENS} is the most");
        return Err(Problem::new("expression_too_long", message));
    }
    if words == 0 {
        return Err(Problem::new("missing_param", "the expression is empty"));
    }
    let mut parser = Parser::new(&GenericDialect {}).with_recursion_limit(DEEPEST).with_tokens_with_locations(tokens);
    let read = parser.parse_expr().map_err(|error| syntax(&error))?;
    let rest = parser.peek_token();
    if rest.token != Token::EOF {
        let message = format!("nothing more is expected after the expression, but there is {}", rest.token);
        return Err(Problem::new("syntax", format!("{message}{}", at(rest.span.start))));
    }
    match read.visit(&mut Depth(0)) {
        ControlFlow::Continue(()) => Ok(read),
        ControlFlow::Break(()) => Err(too_deep()),
    }
}

/// Where something stands in the text, for the end of a message; nothing where that is not known.
pub(super) fn at(place: Location) -> String {
    match (place.line, place.column) {
        (0, _) => String::new(),
        (line, column) => format!(" (line {line}, column {column})"),
    }
}

fn syntax(error: &ParserError) -> Problem {
    match error {
        ParserError::RecursionLimitExceeded => too_deep(),
        ParserError::ParserError(message) | ParserError::TokenizerError(message) => {
            let (what, place) = message.split_once(" at Line: ").unwrap_or((message, ""));
            let place = place.replace("Column: ", "column ");
            let place = if place.is_empty() { place } else { format!(" (line {place})") };
            Problem::new("syntax", format!("this is no expression in SQL: {}{place}", lower(what)))
        }
    }
}

fn too_deep() -> Problem {
    Problem::new("expression_too_deep", format!("the expression is nested more than {DEEPEST} deep"))
}

/// The message as a part of a sentence.
fn lower(message: &str) -> String {
    let mut letters = message.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// Stops where the tree is too deep.
struct Depth(usize);

impl Visitor for Depth {
    type Break = ();

    fn pre_visit_expr(&mut self, _: &Expr) -> ControlFlow<()> {
        self.0 += 1;
        if self.0 > DEEPEST { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    }

    fn post_visit_expr(&mut self, _: &Expr) -> ControlFlow<()> {
        self.0 -= 1;
        ControlFlow::Continue(())
    }
}
