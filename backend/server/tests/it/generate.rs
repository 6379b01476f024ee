//! `dmb generate`: files, standard output, exit codes, interruption.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::Stdio;
use std::time::{Duration, Instant};

use crate::support::{DESIGN, command, dmb, dmb_reading, files, folder_with_design, said, shop, text};

#[test]
fn generate_writes_the_same_bytes_whatever_the_threads() {
    let folder = folder_with_design(DESIGN);
    let mut files = Vec::new();
    for threads in ["1", "2", "2"] {
        let out = format!("run{}.csv", files.len());
        let args = ["generate", "people.yaml", "--rows", "people=3_000", "--threads", threads, "--out", &out];
        let ran = dmb(folder.path(), &args);
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        assert!(text(&ran.stdout).contains("sha256 ") && text(&ran.stderr).contains("3000 rows in "));
        files.push(std::fs::read(folder.path().join(out)).unwrap());
    }
    assert_eq!(text(&files[0]).lines().count(), 3_001);
    assert!(files.iter().all(|file| *file == files[0]));
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--seed", "8", "--rows", "3000", "--out", "other.csv"]);
    assert!(ran.status.success());
    assert_ne!(std::fs::read(folder.path().join("other.csv")).unwrap(), files[0]);
}

#[test]
fn faults_come_with_their_manifest_unless_they_are_switched_off() {
    let faulty = format!("{DESIGN}    faults: {{ rate: 1, kinds: [{{ case: full_name }}] }}\n");
    let folder = folder_with_design(&faulty);
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "with.csv"]);
    assert!(text(&ran.stderr).contains("20 rows are wrong on purpose"), "{}", text(&ran.stderr));
    let manifest = std::fs::read_to_string(folder.path().join("with.faults.csv")).unwrap();
    assert_eq!(manifest.lines().count(), 21, "{manifest}");
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "without.csv", "--no-faults"]);
    assert!(ran.status.success() && !folder.path().join("without.faults.csv").exists());
    let read = |name: &str| std::fs::read_to_string(folder.path().join(name)).unwrap();
    let differing = read("with.csv").lines().zip(read("without.csv").lines()).filter(|(a, b)| a != b).count();
    assert_eq!(differing, 20);
}

#[test]
fn generate_reports_what_the_rows_look_like_where_told() {
    let folder = folder_with_design(DESIGN);
    let mut reports = Vec::new();
    for threads in ["1", "2"] {
        let args = ["generate", "people.yaml", "--rows", "40000", "--threads", threads, "--report", "report.json"];
        let ran = dmb(folder.path(), &args);
        assert!(ran.status.success(), "{}", text(&ran.stderr));
        reports.push(std::fs::read_to_string(folder.path().join("report.json")).unwrap());
    }
    assert_eq!(reports[0], reports[1]);
    let report: serde_json::Value = serde_json::from_str(&reports[0]).unwrap();
    let people = &report["tables"][0];
    assert_eq!(
        (people["rows"].as_u64(), people["columns"][0]["measure"]["max"].as_u64()),
        (Some(40_000), Some(40_000))
    );
    assert!(people["checks"].as_array().unwrap().iter().all(|check| check["verdict"] == "holds"), "{people}");
}

#[test]
fn generate_says_all_that_is_wrong_and_writes_nothing() {
    let wrong = DESIGN.replace("person.full_name", "person.ful_name").replace("internet.email", "internet.mail");
    let folder = folder_with_design(&wrong);
    let ran = dmb(folder.path(), &["generate", "people.yaml"]);
    assert_eq!(ran.status.code(), Some(3));
    let said = text(&ran.stderr);
    assert!(said.contains("full_name") && said.contains("email"), "{said}");
    let ran = dmb(folder.path(), &["generate", "none.yaml"]);
    assert_eq!(ran.status.code(), Some(1));
    assert!(text(&ran.stderr).contains("none.yaml can't be read"));
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
}

#[test]
fn what_is_asked_wrongly_is_told_as_wrong_use() {
    let folder = folder_with_design(DESIGN);
    let wrong: [(&[&str], &str); 6] = [
        (&["--rows", "nobody=5"], "no table \"nobody\""),
        (&["--rows", "many"], "not a whole number"),
        (&["--format", "cvs"], "csv"),
        (&["--option", "delimiter"], "KEY=VALUE"),
        (&["--option", "delimiter=komma"], "comma"),
        (&["--check", "--explain"], "cannot be used with"),
    ];
    for (args, hint) in wrong {
        let ran = dmb(folder.path(), &[&["generate", "people.yaml"], args].concat());
        assert_eq!(ran.status.code(), Some(2), "{args:?}");
        assert!(text(&ran.stderr).contains(hint), "{args:?}: {}", text(&ran.stderr));
    }
    assert_eq!(files(folder.path()), ["people.yaml"]);
}

#[test]
fn one_table_goes_to_standard_output_as_it_goes_to_a_file() {
    let folder = folder_with_design(DESIGN);
    said(folder.path(), &["generate", "people.yaml", "--out", "rows.csv"]);
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "-"]);
    assert!(ran.status.success() && text(&ran.stderr).contains("20 rows in "));
    assert_eq!(text(&ran.stdout), std::fs::read_to_string(folder.path().join("rows.csv")).unwrap());
    let quiet = dmb(folder.path(), &["generate", "people.yaml", "--out", "-", "--quiet", "--option", "header=false"]);
    assert_eq!((text(&quiet.stderr).as_str(), text(&quiet.stdout).lines().count()), ("", 20));
}

#[test]
fn standard_output_refuses_several_tables_and_workbooks() {
    let folder = folder_with_design(&shop());
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "-"]);
    assert_eq!((ran.status.code(), text(&ran.stdout).as_str()), (Some(2), ""));
    let said = text(&ran.stderr);
    assert!(said.contains("one table") && said.contains("customers") && said.contains("--out"), "{said}");
    let folder = folder_with_design(DESIGN);
    let ran = dmb(folder.path(), &["generate", "people.yaml", "--out", "-", "--format", "xlsx"]);
    assert_eq!((ran.status.code(), text(&ran.stdout).as_str()), (Some(2), ""));
    assert!(text(&ran.stderr).contains("xlsx is written as a whole file"), "{}", text(&ran.stderr));
}

#[test]
fn a_reader_that_has_seen_enough_is_no_failure() {
    let folder = folder_with_design(DESIGN);
    let args = ["generate", "people.yaml", "--rows", "5_000_000", "--out", "-"];
    let mut child = command(folder.path()).args(args).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap()).read_line(&mut line).unwrap();
    assert_eq!(line, "id,full_name,email\n");
    // The pipe is closed here.
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_design_comes_from_standard_input_too() {
    let folder = tempfile::tempdir().unwrap();
    let ran = dmb_reading(folder.path(), &["generate", "-", "--out", "-"], DESIGN);
    assert_eq!(text(&ran.stdout).lines().count(), 21, "{}", text(&ran.stderr));
    let ran = dmb_reading(folder.path(), &["generate", "-"], "dmb: 2");
    assert_eq!(ran.status.code(), Some(3));
    assert!(text(&ran.stderr).contains("Line 1"), "{}", text(&ran.stderr));
}

#[test]
fn check_says_whether_a_design_can_be_generated_and_writes_nothing() {
    let folder = folder_with_design(DESIGN);
    assert_eq!(said(folder.path(), &["generate", "people.yaml", "--check"]), "the design is right: 1 table, 20 rows\n");
    assert_eq!(said(folder.path(), &["generate", "people.yaml", "--check", "--quiet"]), "");
    let small = DESIGN.replace("internet.email, unique", "{ code.pattern: { pattern: \"[ab]\" } }, unique");
    std::fs::write(folder.path().join("small.yaml"), small).unwrap();
    let ran = dmb(folder.path(), &["generate", "small.yaml", "--check"]);
    assert_eq!(ran.status.code(), Some(3));
    let said = text(&ran.stderr);
    assert!(said.contains("tables.people.fields.email") && said.contains("2 different values"), "{said}");
    assert_eq!(files(folder.path()), ["people.yaml", "small.yaml"]);
}

#[test]
fn a_pattern_that_would_run_away_is_refused_with_the_reason() {
    let run_away = DESIGN.replace("person.full_name", "{ code.pattern: { pattern: \"(a{1,1000}){1,1000}\" } }");
    let folder = folder_with_design(&run_away);
    let ran = dmb(folder.path(), &["generate", "people.yaml"]);
    assert_eq!(ran.status.code(), Some(3));
    let said = text(&ran.stderr);
    assert!(said.contains("tables.people.fields.full_name.params.pattern"), "{said}");
    assert!(said.contains("up to 1000000 characters; at most 1000 are made"), "{said}");
}

#[test]
fn the_exit_codes_are_in_the_help() {
    let help = said(Path::new("."), &["generate", "--help"]);
    for code in ["  0  done", "  1  failed", "  2  wrong use", "  3  the design", "130  interrupted"] {
        assert!(help.contains(code), "{code}: {help}");
    }
}

/// Asks the program to stop once its file is being written.
#[cfg(unix)]
#[test]
fn an_interrupted_run_leaves_no_file_behind() {
    for signal in ["-INT", "-TERM"] {
        let folder = folder_with_design(DESIGN);
        let args = ["generate", "people.yaml", "--rows", "50_000_000", "--out", "rows.csv"];
        let mut child = command(folder.path()).args(args).stderr(Stdio::null()).spawn().unwrap();
        let begun = Instant::now();
        while !folder.path().join("rows.csv.part").exists() {
            assert!(begun.elapsed() < Duration::from_secs(60), "no file is begun");
            std::thread::sleep(Duration::from_millis(20));
        }
        let stopped = std::process::Command::new("kill").args([signal, &child.id().to_string()]).status().unwrap();
        assert!(stopped.success());
        assert_eq!(child.wait().unwrap().code(), Some(130), "{signal}");
        assert_eq!(files(folder.path()), ["people.yaml"], "{signal}");
    }
}
