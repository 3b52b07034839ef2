//! Figures with the names of strategies and scenarios as a language shows them.

use crate::analysis::decision::Decision;
use crate::analysis::findings::Findings;
use crate::analysis::paradox::Paradox;
use crate::analysis::picture::Pictures;
use crate::analysis::scenarios::AcrossScenarios;
use crate::analysis::sensitivity::Sensitivity;
use crate::analysis::summary::Comparison;
use crate::analysis::variants::Variants;
use crate::analysis::view::{ChartFrame, LeverMap};
use crate::scenario::translation::{Translated, Translation};

impl Translated for Findings {
    fn translate(&mut self, into: &Translation) {
        self.comparisons.translate(into);
        self.across.translate(into);
        for (scenario, curve) in &mut self.curves {
            into.owned(scenario);
            into.owned(&mut curve.strategy);
        }
        self.pictures.translate(into);
        self.decisions.translate(into);
        self.tornados.translate(into);
        self.spreads.iter_mut().flat_map(|s| &mut s.strategies).for_each(|spread| into.shared(&mut spread.strategy));
        into.shared(&mut self.assumptions.strategy);
        self.changes.iter_mut().for_each(|change| into.shared(&mut change.strategy));
        self.variants.translate(into);
    }
}

impl Translated for Comparison {
    fn translate(&mut self, into: &Translation) {
        into.shared(&mut self.scenario);
        self.strategies.iter_mut().for_each(|strategy| into.shared(&mut strategy.name));
    }
}

impl Translated for AcrossScenarios {
    fn translate(&mut self, into: &Translation) {
        into.shared(&mut self.strategy);
    }
}

impl Translated for ChartFrame {
    fn translate(&mut self, into: &Translation) {
        if let Some(title) = &into.title {
            self.study.clone_from(title);
        }
        into.owned(&mut self.scenario);
        self.strategies.iter_mut().for_each(|name| into.owned(name));
    }
}

impl Translated for Pictures {
    fn translate(&mut self, into: &Translation) {
        self.frame.translate(into);
        self.cumulative.iter_mut().for_each(|line| into.owned(&mut line.strategy));
        self.trees.iter_mut().for_each(|tree| into.owned(&mut tree.strategy));
        self.fans.iter_mut().for_each(|fan| into.owned(&mut fan.strategy));
        self.kept.iter_mut().for_each(|kept| into.owned(&mut kept.strategy));
        self.losses.iter_mut().for_each(|losses| into.owned(&mut losses.strategy));
        self.distributions.iter_mut().for_each(|spread| into.owned(&mut spread.strategy));
    }
}

impl Translated for Decision {
    fn translate(&mut self, into: &Translation) {
        into.shared(&mut self.scenario);
        self.strategies.iter_mut().for_each(|strategy| into.shared(&mut strategy.name));
    }
}

impl Translated for Sensitivity {
    fn translate(&mut self, into: &Translation) {
        into.shared(&mut self.scenario);
        self.strategies.iter_mut().for_each(|name| into.shared(name));
    }
}

impl Translated for Variants {
    fn translate(&mut self, into: &Translation) {
        self.strategies.iter_mut().for_each(|name| into.shared(name));
    }
}

impl Translated for LeverMap {
    fn translate(&mut self, into: &Translation) {
        self.strategies.iter_mut().for_each(|name| into.owned(name));
    }
}

impl Translated for Paradox {
    fn translate(&mut self, into: &Translation) {
        into.owned(&mut self.scenario);
        self.strategies.iter_mut().for_each(|strategy| into.owned(&mut strategy.strategy));
        self.caused.iter_mut().for_each(|caused| into.owned(&mut caused.strategy));
    }
}
