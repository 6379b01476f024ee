//! Banks and public holidays. ISPB codes after the Banco Central do Brasil; BICs after the SWIFT directory. An IBAN
//! ends with the kind of account (current) and the number of its holder (first). The national holidays of laws 662,
//! 6.802, 9.093 and 14.759; checked by the package holidays.

use crate::locales::holidays::{Holiday, easter, fixed};
use crate::locales::types::{Bank, National};

/// What is the country's own.
pub(super) const NATIONAL: National =
    National { bank: Bank { iban: Some("bbbbbbbbsssss##########C1"), banks: BANKS }, holidays: HOLIDAYS };

/// Code, name and BIC.
#[rustfmt::skip]
const BANKS: &[(&str, &str, &str)] = &[
    ("00000000", "Banco do Brasil", "BRASBRRJ"),
    ("60746948", "Bradesco", "BBDEBRSP"),
    ("60701190", "Itaú Unibanco", "ITAUBRSP"),
    ("00360305", "Caixa Econômica Federal", "CEFXBRSP"),
    ("90400888", "Santander Brasil", "BSCHBRSP"),
    ("58160789", "Banco Safra", "SAFRBRSP"),
    ("92702067", "Banrisul", "BRGSBRRS"),
    ("01181521", "Sicredi", "BCSIBRRS"),
    ("30306294", "BTG Pactual", "BPABBRRJ"),
    ("62232889", "Banco Daycoval", "DAYCBRSP"),
    ("07237373", "Banco do Nordeste", "BNBRBRCF"),
    ("59588111", "Banco Votorantim", "BAVOBRSP"),
];

/// Public holidays.
#[rustfmt::skip]
const HOLIDAYS: &[Holiday] = &[
    fixed(1, 1, "Confraternização Universal"),
    easter(-2, "Sexta-feira Santa"),
    fixed(4, 21, "Tiradentes"),
    fixed(5, 1, "Dia do Trabalhador"),
    fixed(9, 7, "Independência do Brasil"),
    fixed(10, 12, "Nossa Senhora Aparecida"),
    fixed(11, 2, "Finados"),
    fixed(11, 15, "Proclamação da República"),
    fixed(11, 20, "Dia Nacional de Zumbi e da Consciência Negra").since(2024),
    fixed(12, 25, "Natal"),
];
