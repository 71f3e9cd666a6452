//! Lines of a services(5) file, and comments in pieces that musl does not cut.

use core::fmt::{self, Display, Formatter, Write};

/// The bytes of the longest line, without its end: musl reads a line in pieces
/// of 127 bytes, and takes each for a line.
const LONGEST: usize = 126;

/// A line as it is written.
pub(super) struct Line<'a, 'f> {
    out: &'a mut Formatter<'f>,
    length: usize,
}

impl<'a, 'f> Line<'a, 'f> {
    pub(super) const fn new(out: &'a mut Formatter<'f>) -> Self {
        Self { out, length: 0 }
    }

    /// Ends the line, after a comment of these words. What does not fit goes
    /// on in comments on lines of their own.
    pub(super) fn end(mut self, comment: impl IntoIterator<Item: Display>) -> fmt::Result {
        let mut words = comment.into_iter().peekable();
        if words.peek().is_some() {
            self.write_str(if self.length == 0 { "#" } else { "\t#" })?;
        }
        for word in words {
            let mut length = Length(1);
            write!(length, "{word}")?;
            if self.length + length.0 > LONGEST && self.length > 1 {
                self.go_on()?;
            }
            write!(Wrapping(&mut self), " {word}")?;
        }
        self.out.write_char('\n')
    }

    /// Begins a line that is a comment.
    fn go_on(&mut self) -> fmt::Result {
        self.out.write_str("\n#")?;
        self.length = 1;
        Ok(())
    }
}

impl Write for Line<'_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.length += text.len();
        self.out.write_str(text)
    }
}

/// Writes what may be longer than a line.
struct Wrapping<'l, 'a, 'f>(&'l mut Line<'a, 'f>);

impl Write for Wrapping<'_, '_, '_> {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.chars().try_for_each(|c| {
            if self.0.length + c.len_utf8() > LONGEST {
                self.0.go_on()?;
            }
            self.0.write_char(c)
        })
    }
}

/// Counts bytes.
struct Length(usize);

impl Write for Length {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        self.0 += text.len();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use core::fmt::{self, Display, Write};

    use super::{LONGEST, Line};

    /// A line of some text, then a comment of words.
    struct Written<'a>(&'a str, &'a str);

    impl Display for Written<'_> {
        fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            let mut line = Line::new(f);
            line.write_str(self.0)?;
            line.end(self.1.split_whitespace())
        }
    }

    #[test]
    fn a_comment_stands_behind_the_text_or_alone() {
        assert_eq!(Written("ssh\t22/tcp", "The Shell").to_string(), "ssh\t22/tcp\t# The Shell\n");
        assert_eq!(Written("", "The Shell").to_string(), "# The Shell\n");
        assert_eq!(Written("ssh\t22/tcp", "").to_string(), "ssh\t22/tcp\n");
        assert_eq!(Written("", "").to_string(), "\n");
    }

    #[test]
    fn what_does_not_fit_goes_on_in_another_comment() {
        let (fits, word) = ("x".repeat(LONGEST - "a\t1/tcp\t# ".len()), "y".repeat(10));
        let line = |words: &str| Written("a\t1/tcp", words).to_string();
        assert_eq!(line(&fits), format!("a\t1/tcp\t# {fits}\n"));
        assert_eq!(line(&format!("{fits} {word}")), format!("a\t1/tcp\t# {fits}\n# {word}\n"));
        assert_eq!(line(&format!("{fits}x {word}")), format!("a\t1/tcp\t#\n# {fits}x\n# {word}\n"));
    }

    #[test]
    fn no_line_is_longer_than_musl_reads() {
        crate::test_random::texts(
            &["a", " ", "é", "0123456789abcdef0123456789abcdef", "#", " 80/tcp ", "\n"],
            |words| {
                let written = Written("name\t1/tcp", words).to_string();
                let mut lines = written.lines();
                assert!(lines.next().unwrap().starts_with("name\t1/tcp"));
                assert!(lines.all(|line| line.starts_with('#')), "{written}");
                assert!(written.lines().all(|line| line.len() <= LONGEST), "{written}");
                let text = |text: &str| text.split_whitespace().collect::<String>();
                let comment = written.replacen("name\t1/tcp", "", 1).replace("\n#", "\n");
                let comment = comment.strip_prefix("\t#").unwrap_or(&comment);
                assert_eq!(text(comment), text(words));
            },
        );
    }
}
