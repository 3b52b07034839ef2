//! Answers with the names of strategies and scenarios as a language shows them.

use crate::ask::Answer;
use crate::ask::breakeven::BreakEvenFound;
use crate::ask::class::grade::Graded;
use crate::ask::class::{Lesson, Roll};
use crate::ask::decide::Decided;
use crate::ask::fmea::Fmea;
use crate::ask::game::Game;
use crate::ask::optimize::Optimum;
use crate::ask::paradox::ParadoxFound;
use crate::ask::run::Ran;
use crate::ask::sensitivity::Matters;
use crate::ask::story::Stories;
use crate::ask::sweep::{Sweep, SweptMap};
use crate::ask::synth::Synthetic;
use crate::ask::variants::VariantsFound;
use crate::ask::why::Reasons;
use crate::scenario::translation::{Translated, Translation};

impl<T: Translated> Translated for Answer<T> {
    fn translate(&mut self, into: &Translation) {
        self.scenario.iter_mut().for_each(|name| into.owned(name));
        self.found.translate(into);
    }
}

impl Translated for BreakEvenFound {
    fn translate(&mut self, into: &Translation) {
        [&mut self.strategy, &mut self.against].into_iter().chain(&mut self.moved_in).for_each(|name| into.owned(name));
    }
}

impl Translated for Lesson {
    fn translate(&mut self, into: &Translation) {
        into.owned(&mut self.strategy);
    }
}

impl Translated for Roll {
    fn translate(&mut self, into: &Translation) {
        self.lessons.iter_mut().for_each(|lesson| lesson.translate(into));
    }
}

impl Translated for Graded {
    fn translate(&mut self, into: &Translation) {
        self.students.iter_mut().for_each(|student| student.lesson.translate(into));
    }
}

impl Translated for Decided {
    fn translate(&mut self, into: &Translation) {
        self.decisions.translate(into);
        self.across.translate(into);
        self.variants.translate(into);
    }
}

impl Translated for Fmea {
    fn translate(&mut self, into: &Translation) {
        into.owned(&mut self.strategy);
        self.kpis.iter_mut().for_each(|kpis| into.owned(&mut kpis.strategy));
    }
}

impl Translated for Game {
    fn translate(&mut self, into: &Translation) {
        into.owned(&mut self.reference);
        self.levers.iter_mut().filter_map(|lever| lever.strategy.as_mut()).for_each(|name| into.owned(name));
    }
}

impl Translated for Matters {
    fn translate(&mut self, into: &Translation) {
        self.0.translate(into);
    }
}

impl Translated for Optimum {
    fn translate(&mut self, into: &Translation) {
        [&mut self.strategy, &mut self.reference].into_iter().for_each(|name| into.owned(name));
    }
}

impl Translated for ParadoxFound {
    fn translate(&mut self, into: &Translation) {
        self.paradox.translate(into);
    }
}

impl Translated for Ran {
    fn translate(&mut self, into: &Translation) {
        self.findings.translate(into);
    }
}

impl Translated for Reasons {
    fn translate(&mut self, into: &Translation) {
        [&mut self.strategy, &mut self.against, &mut self.ahead].into_iter().for_each(|name| into.owned(name));
        if let Some(flip) = &mut self.flip {
            [&mut flip.best, &mut flip.rival].into_iter().for_each(|name| into.owned(name));
        }
    }
}

impl Translated for Stories {
    fn translate(&mut self, into: &Translation) {
        for story in &mut self.stories {
            story.fates.iter_mut().for_each(|fate| into.owned(&mut fate.strategy));
            story.story.fates.iter_mut().for_each(|fate| into.shared(&mut fate.strategy));
        }
    }
}

impl Translated for Sweep {
    fn translate(&mut self, into: &Translation) {
        into.owned(&mut self.reference);
        self.moved_in.iter_mut().for_each(|name| into.owned(name));
        self.curves.iter_mut().for_each(|curve| into.owned(&mut curve.strategy));
    }
}

impl Translated for SweptMap {
    fn translate(&mut self, into: &Translation) {
        self.moved_in.iter_mut().flatten().chain(&mut self.strategies).for_each(|name| into.owned(name));
        self.cells.iter_mut().for_each(|cell| into.owned(&mut cell.best));
        self.map.translate(into);
    }
}

impl Translated for VariantsFound {
    fn translate(&mut self, into: &Translation) {
        self.0.translate(into);
    }
}

impl Translated for Synthetic {
    fn translate(&mut self, into: &Translation) {
        into.owned(&mut self.strategy);
    }
}
