//! `dmb admin`: what an operator does at the machine itself.

use clap::{Subcommand, ValueEnum};
use dmb_app::auth::SignUp;
use dmb_app::{Outcome, Role};

use crate::config::ConfigArgs;
use crate::{serve, wiring};

/// Looks after accounts.
#[derive(Subcommand)]
pub enum AdminCommand {
    /// Make an account; the password is read from DMB_PASSWORD or standard input
    CreateUser {
        /// E-mail address
        #[arg(long)]
        email: String,
        /// Name
        #[arg(long)]
        name: String,
        /// What it may do
        #[arg(long, value_enum, default_value = "user")]
        role: RoleArg,
        #[command(flatten)]
        config: ConfigArgs,
    },
}

/// What an account may do.
#[derive(Clone, Copy, ValueEnum)]
pub enum RoleArg {
    /// Its own projects
    User,
    /// Everything
    Admin,
}

/// Runs an administrator's command.
pub fn run(command: AdminCommand) -> Result<(), String> {
    let AdminCommand::CreateUser { email, name, role, config } = command;
    let config = crate::load(config)?;
    let password = password()?;
    let role = match role {
        RoleArg::User => Role::User,
        RoleArg::Admin => Role::Admin,
    };
    serve::block_on(async move {
        let app = wiring::app(&config).await?;
        match app.create_user(SignUp { email, name, password }, role).await.map_err(|error| error.to_string())? {
            Outcome::Done(user, _) => crate::print(&format!("made the account {} ({})\n", user.email, user.name)),
            Outcome::Refused(violations) => Err(crate::failure::lines(&violations)),
            Outcome::Conflict(_) => Err("another change came first; try again".into()),
        }
    })
}

fn password() -> Result<String, String> {
    if let Ok(password) = std::env::var("DMB_PASSWORD") {
        return Ok(password);
    }
    eprintln!("Password:");
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).map_err(|error| format!("the password can't be read: {error}"))?;
    Ok(line.trim_end_matches(['\r', '\n']).to_string())
}
