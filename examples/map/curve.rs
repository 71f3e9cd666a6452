//! The Hilbert curve: what is near in number is near in the picture.

/// The cells of a side of the picture.
pub(crate) const SIDE: u16 = 256;

/// The column and the row of a port. The curve begins at the top left and ends at
/// the top right, so that an aligned run of 4, 16, 64, ... ports is a square.
pub(crate) fn cell(port: u16) -> (u16, u16) {
    let (mut x, mut y, mut rest, mut side) = (0, 0, port, 1);
    while side < SIDE {
        let right = (rest / 2) & 1;
        let below = (rest ^ right) & 1;
        if below == 0 {
            if right == 1 {
                (x, y) = (side - 1 - x, side - 1 - y);
            }
            (x, y) = (y, x);
        }
        (x, y, rest, side) = (x + side * right, y + side * below, rest / 4, side * 2);
    }
    (x, y)
}

/// The port of each cell, row by row.
pub(crate) fn ports() -> Vec<u16> {
    let mut ports = vec![0; usize::from(SIDE) * usize::from(SIDE)];
    for port in 0..=u16::MAX {
        let (x, y) = cell(port);
        ports[usize::from(y) * usize::from(SIDE) + usize::from(x)] = port;
    }
    ports
}
