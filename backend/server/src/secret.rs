//! The secret that signs sessions and links: given, or made once and kept beside the data.

use std::fs;
use std::io::Write;
use std::path::Path;

use dmb_app::Secret;

/// The secret in force. A weak one is refused; without one, `secret` in the data folder is
/// read, or made with random bytes that only the owner may read.
pub fn load(given: Option<&str>, data_dir: &Path) -> Result<Secret, String> {
    if let Some(given) = given {
        return checked(given.as_bytes().to_vec());
    }
    let path = data_dir.join("secret");
    match fs::read(&path) {
        Ok(bytes) => checked(bytes).map_err(|error| format!("{}: {error}", path.display())),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => make(&path),
        Err(error) => Err(format!("{} can't be read: {error}", path.display())),
    }
}

fn checked(bytes: Vec<u8>) -> Result<Secret, String> {
    Secret::new(bytes).map_err(|error| error.to_string())
}

fn make(path: &Path) -> Result<Secret, String> {
    let bytes: [u8; 48] = rand::random();
    let mut options = fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600);
    }
    let written = options.open(path).and_then(|mut file| file.write_all(&bytes).and_then(|()| file.sync_all()));
    written.map_err(|error| format!("{} can't be written: {error}", path.display()))?;
    checked(bytes.to_vec())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_secret_made_at_first_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        assert!(load(None, folder.path()).is_ok());
        let first = fs::read(folder.path().join("secret")).unwrap();
        assert!(load(None, folder.path()).is_ok());
        assert_eq!(first, fs::read(folder.path().join("secret")).unwrap());
        assert!(first.len() >= 32);
    }

    #[test]
    fn weak_secrets_are_refused() {
        for weak in ["short", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"] {
            assert!(load(Some(weak), Path::new("unused")).is_err());
        }
    }
}
