//! Labels beside what they name, none over another: greedy, the most important
//! first.

/// A rectangle: left, top, width, height.
#[derive(Clone, Copy)]
pub(crate) struct Area(pub(crate) f64, pub(crate) f64, pub(crate) f64, pub(crate) f64);

/// A label that found its place.
pub(crate) struct Label {
    /// The middle of the cell that it names.
    point: (f64, f64),
    pub(crate) area: Area,
    pub(crate) text: String,
}

/// The width of a character of the labels' font, and the height of a label.
pub(crate) const CHARACTER: f64 = 6.65;
pub(crate) const HEIGHT: f64 = 14.0;

/// How far a label may be from its point, nearest first.
const DISTANCES: [f64; 8] = [5.0, 9.0, 14.0, 20.0, 27.0, 35.0, 44.0, 54.0];
/// Where a label may be from its point, from the right on, clockwise. They are no
/// angles, because sines differ between systems and the picture is not to.
const DIRECTIONS: [(f64, f64); 16] = [
    (1.0, 0.0),
    (2.0, 1.0),
    (1.0, 1.0),
    (1.0, 2.0),
    (0.0, 1.0),
    (-1.0, 2.0),
    (-1.0, 1.0),
    (-2.0, 1.0),
    (-1.0, 0.0),
    (-2.0, -1.0),
    (-1.0, -1.0),
    (-1.0, -2.0),
    (0.0, -1.0),
    (1.0, -2.0),
    (1.0, -1.0),
    (2.0, -1.0),
];

/// Places labels within an area and outside of others, and leaves out those that
/// find no room.
pub(crate) fn place(
    wanted: impl IntoIterator<Item = ((f64, f64), String)>,
    within: Area,
    outside: &[Area],
) -> Vec<Label> {
    let wanted: Vec<_> = wanted.into_iter().collect();
    let mut placed: Vec<Label> = Vec::new();
    for (point, text) in &wanted {
        let others: Vec<_> =
            wanted.iter().map(|(other, _)| *other).filter(|other| other != point).collect();
        let is_free = |area: &Area| {
            let line = [*point, area.nearest(*point)];
            within.contains(area)
                && !outside.iter().any(|other| area.meets(other) || is_over(line, other))
                && !area.grown(3.0).has(*point)
                && !others.iter().any(|other| area.grown(3.0).has(*other) || is_near(line, *other))
                && placed.iter().all(|other| {
                    !area.grown(1.5).meets(&other.area)
                        && !cross(line, other.line())
                        && !is_over(line, &other.area.grown(1.0))
                        && !is_over(other.line(), area)
                })
        };
        let width = CHARACTER * text.chars().count() as f64 + 6.0;
        let area = candidates(*point, width).find(is_free);
        placed.extend(area.map(|area| Label { point: *point, area, text: text.clone() }));
    }
    placed
}

/// The places around a point, the nearest first.
fn candidates((x, y): (f64, f64), width: f64) -> impl Iterator<Item = Area> {
    DISTANCES.into_iter().flat_map(move |distance| {
        DIRECTIONS.into_iter().map(move |(right, below)| {
            let length = (right * right + below * below).sqrt();
            let (right, below) = (right / length, below / length);
            // The middle of the label is so far off that its edge is at the distance.
            let to_edge = (width / 2.0 / right.abs()).min(HEIGHT / 2.0 / below.abs());
            let off = distance + to_edge;
            let (x, y) = (x + right * off, y + below * off);
            Area(x - width / 2.0, y - HEIGHT / 2.0, width, HEIGHT)
        })
    })
}

/// A line from one point to another.
type Line = [(f64, f64); 2];

/// Points of a line, from end to end.
fn steps([from, to]: Line) -> impl Iterator<Item = (f64, f64)> {
    (0..=8).map(move |step| {
        let part = f64::from(step) / 8.0;
        (from.0 + (to.0 - from.0) * part, from.1 + (to.1 - from.1) * part)
    })
}

fn is_over(line: Line, area: &Area) -> bool {
    steps(line).any(|at| area.has(at))
}

fn is_near(line: Line, (x, y): (f64, f64)) -> bool {
    steps(line).any(|at| (at.0 - x) * (at.0 - x) + (at.1 - y) * (at.1 - y) < 16.0)
}

/// Whether two lines have a point in common: the ends of each lie on both sides of
/// the other.
fn cross(one: Line, other: Line) -> bool {
    let side = |[from, to]: Line, at: (f64, f64)| {
        (to.0 - from.0) * (at.1 - from.1) - (to.1 - from.1) * (at.0 - from.0)
    };
    let apart = |line, [from, to]: Line| side(line, from) * side(line, to) <= 0.0;
    apart(one, other) && apart(other, one)
}

impl Label {
    /// The line from the point to the label.
    pub(crate) fn line(&self) -> Line {
        [self.point, self.area.nearest(self.point)]
    }
}

impl Area {
    fn grown(&self, by: f64) -> Self {
        Self(self.0 - by, self.1 - by, self.2 + 2.0 * by, self.3 + 2.0 * by)
    }

    fn has(&self, (x, y): (f64, f64)) -> bool {
        self.0 < x && x < self.0 + self.2 && self.1 < y && y < self.1 + self.3
    }

    fn contains(&self, other: &Self) -> bool {
        self.0 <= other.0
            && self.1 <= other.1
            && other.0 + other.2 <= self.0 + self.2
            && other.1 + other.3 <= self.1 + self.3
    }

    fn meets(&self, other: &Self) -> bool {
        self.0 < other.0 + other.2
            && other.0 < self.0 + self.2
            && self.1 < other.1 + other.3
            && other.1 < self.1 + self.3
    }

    /// The point of the area that is nearest to another.
    fn nearest(&self, (x, y): (f64, f64)) -> (f64, f64) {
        (x.clamp(self.0, self.0 + self.2), y.clamp(self.1, self.1 + self.3))
    }
}
