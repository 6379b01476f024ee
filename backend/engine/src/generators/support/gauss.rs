//! The standard normal distribution: the share below a value, and the value below which a share lies.

/// The share of the standard normal distribution below `z`, to about 14 digits. Rational approximation of Hart ("Computer
/// Approximations", 1968, algorithm 5666), as given by G. West, "Better approximations to cumulative normal functions",
/// Wilmott 2005; beyond 7.07 the continued fraction of Laplace.
pub(crate) fn share_below(z: f64) -> f64 {
    let distance = z.abs();
    let density = (-distance * distance / 2.0).exp();
    let tail = if distance > 37.0 {
        0.0
    } else if distance < 7.071_067_811_865_47 {
        density * series(&HART_ABOVE, distance) / series(&HART_BELOW, distance)
    } else {
        let fraction = (1..=32).rev().fold(distance, |rest, n| distance + f64::from(n) / rest);
        density / fraction / (2.0 * std::f64::consts::PI).sqrt()
    };
    if z > 0.0 { 1.0 - tail } else { tail }
}

/// The value below which `share` (above 0, below 1) of the standard normal distribution lies, to about 16 digits.
/// M. J. Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied Statistics 37, 1988.
pub(crate) fn quantile(share: f64) -> f64 {
    let from_middle = share - 0.5;
    if from_middle.abs() <= 0.425 {
        let r = 0.180_625 - from_middle * from_middle;
        return from_middle * series(&MIDDLE_ABOVE, r) / series(&MIDDLE_BELOW, r);
    }
    let r = (-share.min(1.0 - share).ln()).sqrt();
    let distance = if r <= 5.0 {
        series(&SIDE_ABOVE, r - 1.6) / series(&SIDE_BELOW, r - 1.6)
    } else {
        series(&TAIL_ABOVE, r - 5.0) / series(&TAIL_BELOW, r - 5.0)
    };
    if from_middle < 0.0 { -distance } else { distance }
}

/// A polynomial, highest power first.
fn series(factors: &[f64], x: f64) -> f64 {
    factors.iter().fold(0.0, |sum, factor| sum * x + factor)
}

#[rustfmt::skip]
mod factors {
    pub(super) const HART_ABOVE: [f64; 7] = [
        3.526_249_659_989_11e-2, 0.700_383_064_443_688, 6.373_962_203_531_65, 33.912_866_078_383, 112.079_291_497_871,
        221.213_596_169_931, 220.206_867_912_376,
    ];
    pub(super) const HART_BELOW: [f64; 8] = [
        8.838_834_764_831_84e-2, 1.755_667_163_182_64, 16.064_177_579_207, 86.780_732_202_946_1, 296.564_248_779_674,
        637.333_633_378_831, 793.826_512_519_948, 440.413_735_824_752,
    ];
    pub(super) const MIDDLE_ABOVE: [f64; 8] = [
        2.509_080_928_730_122_7e3, 3.343_057_558_358_813e4, 6.726_577_092_700_87e4, 4.592_195_393_154_987e4,
        1.373_169_376_550_946e4, 1.971_590_950_306_551_4e3, 1.331_416_678_917_843_8e2, 3.387_132_872_796_366_5,
    ];
    pub(super) const MIDDLE_BELOW: [f64; 8] = [
        5.226_495_278_852_854e3, 2.872_908_573_572_194_3e4, 3.930_789_580_009_271e4, 2.121_379_430_158_66e4,
        5.394_196_021_424_751e3, 6.871_870_074_920_579e2, 4.231_333_070_160_091e1, 1.0,
    ];
    pub(super) const SIDE_ABOVE: [f64; 8] = [
        7.745_450_142_783_414e-4, 2.272_384_498_926_918_4e-2, 2.417_807_251_774_506e-1, 1.270_458_252_452_368_4,
        3.647_848_324_763_204_5, 5.769_497_221_460_691, 4.630_337_846_156_546, 1.423_437_110_749_683_5,
    ];
    pub(super) const SIDE_BELOW: [f64; 8] = [
        1.050_750_071_644_416_9e-9, 5.475_938_084_995_345e-4, 1.519_866_656_361_645_7e-2, 1.481_039_764_274_800_8e-1,
        6.897_673_349_851e-1, 1.676_384_830_183_803_8, 2.053_191_626_637_759, 1.0,
    ];
    pub(super) const TAIL_ABOVE: [f64; 8] = [
        2.010_334_399_292_288_1e-7, 2.711_555_568_743_487_6e-5, 1.242_660_947_388_078_4e-3, 2.653_218_952_657_612_4e-2,
        2.965_605_718_285_048_7e-1, 1.784_826_539_917_291_3, 5.463_784_911_164_114, 6.657_904_643_501_104,
    ];
    pub(super) const TAIL_BELOW: [f64; 8] = [
        2.044_263_103_389_939_8e-15, 1.421_511_758_316_446e-7, 1.846_318_317_510_054_8e-5, 7.868_691_311_456_133e-4,
        1.487_536_129_085_061_5e-2, 1.369_298_809_227_358e-1, 5.998_322_065_558_88e-1, 1.0,
    ];
}
use factors::{HART_ABOVE, HART_BELOW, MIDDLE_ABOVE, MIDDLE_BELOW, SIDE_ABOVE, SIDE_BELOW, TAIL_ABOVE, TAIL_BELOW};

#[cfg(test)]
mod tests {
    use super::*;

    fn check(z: f64, share: f64) {
        assert!((share_below(z) / share - 1.0).abs() < 1e-9, "{z}: {}", share_below(z));
        assert!((quantile(share) - z).abs() < 1e-9 * z.abs().max(1.0), "{share}: {}", quantile(share));
    }

    #[test]
    fn shares_and_values_as_tables_have_them() {
        check(-1.0, 0.158_655_253_931_457_05);
        check(1.959_963_984_540_054, 0.975);
        check(-2.575_829_303_548_901, 0.005);
        check(-5.0, 2.866_515_718_791_939e-7);
        check(-8.0, 6.220_960_574_271_785e-16);
        assert!((share_below(0.0) - 0.5).abs() < 1e-12 && quantile(0.5) == 0.0);
    }

    #[test]
    fn one_undoes_the_other() {
        for n in 1..1_000 {
            let share = f64::from(n) / 1_000.0;
            assert!((share_below(quantile(share)) - share).abs() < 1e-12, "{share}");
        }
    }
}
