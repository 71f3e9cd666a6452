//! Our own facts, held against another reader of their files.

mod customary;
