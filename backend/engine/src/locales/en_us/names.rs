//! Given names by sex and family names. Order after the US Social Security Administration's counts of given names and the Census Bureau's surnames occurring 100 times or more;
//! the weights are a smooth fall through the published ranks.

/// Men's given names with weights.
#[rustfmt::skip]
pub(super) const MALE: &[(&str, u32)] = &[
    ("James", 1000), ("Michael", 893), ("Robert", 808), ("John", 738), ("David", 681), ("William", 632),
    ("Richard", 591), ("Joseph", 555), ("Thomas", 523), ("Christopher", 495), ("Charles", 470), ("Daniel", 448),
    ("Matthew", 428), ("Anthony", 410), ("Mark", 393), ("Steven", 378), ("Donald", 364), ("Andrew", 351),
    ("Joshua", 339), ("Paul", 328), ("Kenneth", 317), ("Kevin", 308), ("Brian", 299), ("Timothy", 290),
    ("Ronald", 282), ("George", 275), ("Jason", 268), ("Edward", 261), ("Jeffrey", 255), ("Ryan", 249),
    ("Jacob", 243), ("Nicholas", 237), ("Gary", 232), ("Eric", 227), ("Jonathan", 223), ("Stephen", 218),
    ("Larry", 214), ("Justin", 210), ("Scott", 206), ("Brandon", 202), ("Benjamin", 198), ("Samuel", 195),
    ("Gregory", 191), ("Alexander", 188), ("Patrick", 185), ("Frank", 182), ("Raymond", 179), ("Jack", 176),
    ("Dennis", 173), ("Jerry", 171), ("Tyler", 168), ("Aaron", 166), ("Jose", 163), ("Adam", 161), ("Nathan", 159),
    ("Henry", 157), ("Zachary", 154), ("Douglas", 152), ("Peter", 150), ("Kyle", 148), ("Noah", 147),
    ("Ethan", 145), ("Jeremy", 143), ("Christian", 141), ("Walter", 140), ("Keith", 138), ("Austin", 136),
    ("Roger", 135), ("Terry", 133), ("Sean", 132), ("Gerald", 130), ("Carl", 129), ("Dylan", 127), ("Harold", 126),
    ("Jordan", 125), ("Jesse", 123), ("Bryan", 122), ("Lawrence", 121), ("Arthur", 120), ("Gabriel", 119),
    ("Bruce", 117), ("Logan", 116), ("Billy", 115), ("Joe", 114), ("Alan", 113), ("Juan", 112), ("Elijah", 111),
    ("Willie", 110), ("Albert", 109), ("Wayne", 108), ("Randy", 107), ("Mason", 106), ("Vincent", 105),
    ("Liam", 104), ("Roy", 103), ("Bobby", 103), ("Caleb", 102), ("Bradley", 101), ("Russell", 100), ("Lucas", 99),
    ("Isaac", 98), ("Evan", 98), ("Philip", 97), ("Marcus", 96), ("Owen", 95), ("Victor", 95), ("Curtis", 94),
    ("Trevor", 93), ("Derek", 93), ("Miguel", 92),
];

/// Women's given names with weights.
#[rustfmt::skip]
pub(super) const FEMALE: &[(&str, u32)] = &[
    ("Mary", 1000), ("Patricia", 893), ("Jennifer", 808), ("Linda", 738), ("Elizabeth", 681), ("Barbara", 632),
    ("Susan", 591), ("Jessica", 555), ("Karen", 523), ("Sarah", 495), ("Lisa", 470), ("Nancy", 448),
    ("Sandra", 428), ("Ashley", 410), ("Emily", 393), ("Kimberly", 378), ("Betty", 364), ("Margaret", 351),
    ("Donna", 339), ("Michelle", 328), ("Carol", 317), ("Amanda", 308), ("Melissa", 299), ("Deborah", 290),
    ("Stephanie", 282), ("Rebecca", 275), ("Sharon", 268), ("Laura", 261), ("Cynthia", 255), ("Amy", 249),
    ("Kathleen", 243), ("Angela", 237), ("Dorothy", 232), ("Shirley", 227), ("Emma", 223), ("Brenda", 218),
    ("Nicole", 214), ("Pamela", 210), ("Samantha", 206), ("Anna", 202), ("Katherine", 198), ("Christine", 195),
    ("Debra", 191), ("Rachel", 188), ("Olivia", 185), ("Carolyn", 182), ("Maria", 179), ("Janet", 176),
    ("Heather", 173), ("Diane", 171), ("Catherine", 168), ("Julie", 166), ("Victoria", 163), ("Helen", 161),
    ("Joyce", 159), ("Lauren", 157), ("Kelly", 154), ("Christina", 152), ("Joan", 150), ("Judith", 148),
    ("Ruth", 147), ("Hannah", 145), ("Evelyn", 143), ("Andrea", 141), ("Virginia", 140), ("Megan", 138),
    ("Cheryl", 136), ("Jacqueline", 135), ("Madison", 133), ("Sophia", 132), ("Abigail", 130), ("Teresa", 129),
    ("Isabella", 127), ("Sara", 126), ("Janice", 125), ("Martha", 123), ("Gloria", 122), ("Kathryn", 121),
    ("Ann", 120), ("Charlotte", 119), ("Judy", 117), ("Amber", 116), ("Julia", 115), ("Grace", 114),
    ("Denise", 113), ("Danielle", 112), ("Natalie", 111), ("Alice", 110), ("Marilyn", 109), ("Diana", 108),
    ("Beverly", 107), ("Jean", 106), ("Brittany", 105), ("Theresa", 104), ("Frances", 103), ("Kayla", 103),
    ("Alexis", 102), ("Tiffany", 101), ("Lori", 100), ("Kathy", 99), ("Ava", 98), ("Mia", 98), ("Chloe", 97),
    ("Zoe", 96), ("Leah", 95), ("Vanessa", 95), ("Erin", 94), ("Molly", 93), ("Paige", 93), ("Claire", 92),
];

/// Family names with weights.
#[rustfmt::skip]
pub(super) const FAMILY: &[(&str, u32)] = &[
    ("Smith", 1000), ("Johnson", 905), ("Williams", 828), ("Brown", 765), ("Jones", 712), ("Garcia", 667),
    ("Miller", 629), ("Davis", 595), ("Rodriguez", 565), ("Martinez", 538), ("Hernandez", 514), ("Lopez", 492),
    ("Gonzalez", 473), ("Wilson", 455), ("Anderson", 439), ("Thomas", 424), ("Taylor", 410), ("Moore", 397),
    ("Jackson", 385), ("Martin", 374), ("Lee", 363), ("Perez", 354), ("Thompson", 344), ("White", 336),
    ("Harris", 328), ("Sanchez", 320), ("Clark", 313), ("Ramirez", 306), ("Lewis", 299), ("Robinson", 293),
    ("Walker", 287), ("Young", 281), ("Allen", 276), ("King", 271), ("Wright", 266), ("Scott", 261),
    ("Torres", 256), ("Nguyen", 252), ("Hill", 248), ("Flores", 244), ("Green", 240), ("Adams", 236),
    ("Nelson", 232), ("Baker", 229), ("Hall", 225), ("Rivera", 222), ("Campbell", 219), ("Mitchell", 216),
    ("Carter", 213), ("Roberts", 210), ("Gomez", 207), ("Phillips", 205), ("Evans", 202), ("Turner", 200),
    ("Diaz", 197), ("Parker", 195), ("Cruz", 192), ("Edwards", 190), ("Collins", 188), ("Reyes", 186),
    ("Stewart", 184), ("Morris", 182), ("Morales", 180), ("Murphy", 178), ("Cook", 176), ("Rogers", 174),
    ("Gutierrez", 172), ("Ortiz", 171), ("Morgan", 169), ("Cooper", 167), ("Peterson", 166), ("Bailey", 164),
    ("Reed", 162), ("Kelly", 161), ("Howard", 159), ("Ramos", 158), ("Kim", 157), ("Cox", 155), ("Ward", 154),
    ("Richardson", 152), ("Watson", 151), ("Brooks", 150), ("Chavez", 149), ("Wood", 147), ("James", 146),
    ("Bennett", 145), ("Gray", 144), ("Mendoza", 143), ("Ruiz", 141), ("Hughes", 140), ("Price", 139),
    ("Alvarez", 138), ("Castillo", 137), ("Sanders", 136), ("Patel", 135), ("Myers", 134), ("Long", 133),
    ("Ross", 132), ("Foster", 131), ("Jimenez", 130), ("Powell", 129), ("Jenkins", 128), ("Perry", 128),
    ("Russell", 127), ("Sullivan", 126), ("Bell", 125), ("Coleman", 124), ("Butler", 123), ("Henderson", 123),
    ("Barnes", 122), ("Gonzales", 121), ("Fisher", 120), ("Vasquez", 119), ("Simmons", 119), ("Romero", 118),
    ("Jordan", 117), ("Patterson", 117), ("Alexander", 116), ("Hamilton", 115), ("Graham", 114), ("Reynolds", 114),
    ("Griffin", 113), ("Wallace", 112), ("Moreno", 112), ("West", 111), ("Cole", 111), ("Hayes", 110),
    ("Bryant", 109), ("Herrera", 109), ("Gibson", 108), ("Ellis", 107), ("Tran", 107), ("Medina", 106),
    ("Aguilar", 106), ("Stevens", 105), ("Murray", 105), ("Ford", 104), ("Castro", 104), ("Marshall", 103),
    ("Owens", 102), ("Harrison", 102), ("Fernandez", 101), ("McDonald", 101), ("Woods", 100), ("Washington", 100),
    ("Kennedy", 99), ("Wells", 99), ("Vargas", 98), ("Henry", 98), ("Chen", 97), ("Freeman", 97), ("Webb", 97),
    ("Tucker", 96), ("Guzman", 96), ("Burns", 95), ("Crawford", 95), ("Olson", 94), ("Simpson", 94),
    ("Porter", 93), ("Hunter", 93), ("Gordon", 93), ("Mendez", 92), ("Silva", 92), ("Shaw", 91), ("Snyder", 91),
    ("Mason", 91), ("Dixon", 90), ("Munoz", 90), ("Hunt", 89), ("Hicks", 89), ("Holmes", 89), ("Palmer", 88),
    ("Wagner", 88), ("Black", 88), ("Robertson", 87), ("Boyd", 87), ("Rose", 86), ("Stone", 86), ("Salazar", 86),
    ("Fox", 85), ("Warren", 85), ("Mills", 85), ("Meyer", 84), ("Rice", 84), ("Schmidt", 84),
];
