//! As much of ELF as tells the size of the dynamic relocations (System V ABI,
//! "Sections").

/// `sh_type` of the sections that hold relocations.
const RELOCATIONS: [u32; 3] = [SHT_RELA, SHT_REL, SHT_RELR];
const SHT_RELA: u32 = 4;
const SHT_REL: u32 = 9;
const SHT_RELR: u32 = 19;

/// `EI_CLASS` and `EI_DATA` of a 64-bit little-endian file, after the magic
/// number.
const HEADER: [u8; 6] = [0x7f, b'E', b'L', b'F', 2, 1];

/// The bytes in all relocation sections of a linked program; `None` if it is
/// no 64-bit little-endian ELF file.
pub(super) fn relocations(program: &[u8]) -> Option<u64> {
    if !program.starts_with(&HEADER) {
        return None;
    }
    let start = usize::try_from(number::<8>(program, 0x28)?).ok()?; // e_shoff
    let size = usize::try_from(number::<2>(program, 0x3a)?).ok()?; // e_shentsize
    let count = usize::try_from(number::<2>(program, 0x3c)?).ok()?; // e_shnum
    (0..count)
        .map(|index| program.get(start + index * size..)?.get(..size))
        .map(|section| {
            let section = section?;
            let kind = u32::try_from(number::<4>(section, 0x04)?).ok()?; // sh_type
            let bytes = number::<8>(section, 0x20)?; // sh_size
            Some(if RELOCATIONS.contains(&kind) { bytes } else { 0 })
        })
        .sum()
}

/// The little-endian number of `N` bytes at `offset`.
fn number<const N: usize>(bytes: &[u8], offset: usize) -> Option<u64> {
    let mut number = [0; 8];
    number[..N].copy_from_slice(bytes.get(offset..offset + N)?);
    Some(u64::from_le_bytes(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    #[cfg(all(target_os = "linux", target_pointer_width = "64", target_endian = "little"))]
    fn a_program_has_relocations() {
        let program = std::fs::read(std::env::current_exe().unwrap()).unwrap();
        let bytes = relocations(&program).unwrap();
        assert!(bytes > 0 && bytes < program.len() as u64, "{bytes}");
        assert_eq!(relocations(&program[..program.len() / 2]), None, "cut off");
    }

    #[test]
    fn others_are_refused() {
        assert_eq!(relocations(b""), None);
        assert_eq!(relocations(b"\x7fELF\x01\x01"), None);
        assert_eq!(relocations(&HEADER), None);
    }
}
