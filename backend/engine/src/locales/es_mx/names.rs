//! Given names by sex and family names. Order after the name counts of the INEGI birth records and the electoral roll (INE);
//! the weights are a smooth fall through the published ranks.

/// Men's given names with weights.
#[rustfmt::skip]
pub(super) const MALE: &[(&str, u32)] = &[
    ("José Luis", 1000), ("Juan", 893), ("Miguel Ángel", 808), ("José", 738), ("Francisco", 681), ("Jesús", 632),
    ("Antonio", 591), ("Alejandro", 555), ("Pedro", 523), ("Juan Carlos", 495), ("Manuel", 470), ("Ricardo", 448),
    ("Roberto", 428), ("Fernando", 410), ("Daniel", 393), ("Carlos", 378), ("Jorge", 364), ("Luis", 351),
    ("Eduardo", 339), ("Javier", 328), ("Francisco Javier", 317), ("José Antonio", 308), ("Rafael", 299),
    ("Martín", 290), ("Raúl", 282), ("Arturo", 275), ("Sergio", 268), ("Víctor Manuel", 261),
    ("Marco Antonio", 255), ("Gerardo", 249), ("Enrique", 243), ("Óscar", 237), ("Mario", 232), ("Alberto", 227),
    ("Héctor", 223), ("Alfredo", 218), ("Armando", 214), ("David", 210), ("Guillermo", 206), ("Salvador", 202),
    ("Rubén", 198), ("Ramón", 195), ("José de Jesús", 191), ("Gabriel", 188), ("Ángel", 185), ("Santiago", 182),
    ("Mateo", 179), ("Sebastián", 176), ("Leonardo", 173), ("Diego", 171), ("Emiliano", 168), ("Matías", 166),
    ("Iker", 163), ("Maximiliano", 161), ("Rodrigo", 159), ("Luis Ángel", 157), ("Gustavo", 154), ("César", 152),
    ("Ernesto", 150), ("Agustín", 148), ("Felipe", 147), ("Alfonso", 145), ("Julio César", 143), ("Hugo", 141),
    ("Jaime", 140), ("Andrés", 138), ("Pablo", 136), ("Adrián", 135), ("Iván", 133), ("Omar", 132), ("Julio", 130),
    ("Joel", 129), ("Ismael", 127), ("Saúl", 126), ("Israel", 125), ("Edgar", 123), ("Emilio", 122),
    ("Rogelio", 121), ("Gilberto", 120), ("Jesús Antonio", 119), ("José Manuel", 117), ("Luis Enrique", 116),
    ("Juan Manuel", 115), ("Juan José", 114), ("Erick", 113), ("Christian", 112), ("Kevin", 111), ("Brandon", 110),
    ("Uriel", 109), ("Abraham", 108), ("Moisés", 107), ("Ignacio", 106), ("Tomás", 105), ("Lorenzo", 104),
    ("Octavio", 103), ("Noé", 103), ("Efraín", 102), ("Esteban", 101), ("Gael", 100), ("Santos", 99),
    ("Nicolás", 98), ("Samuel", 98), ("Alan", 97), ("Axel", 96), ("Isaac", 95), ("Joaquín", 95), ("Elías", 94),
    ("Dante", 93), ("Fabián", 93), ("Mauricio", 92), ("Rigoberto", 91), ("Heriberto", 91),
];

/// Women's given names with weights.
#[rustfmt::skip]
pub(super) const FEMALE: &[(&str, u32)] = &[
    ("María Guadalupe", 1000), ("Guadalupe", 893), ("María", 808), ("Juana", 738), ("Margarita", 681),
    ("Verónica", 632), ("María del Carmen", 591), ("Alejandra", 555), ("Patricia", 523), ("Leticia", 495),
    ("Gabriela", 470), ("Elizabeth", 448), ("Rosa", 428), ("Adriana", 410), ("Martha", 393), ("Araceli", 378),
    ("María Elena", 364), ("Yolanda", 351), ("Josefina", 339), ("Teresa", 328), ("Silvia", 317),
    ("Ana María", 308), ("Claudia", 299), ("Norma", 290), ("Rosa María", 282), ("Maricela", 275), ("Alicia", 268),
    ("Carmen", 261), ("Isabel", 255), ("Sandra", 249), ("Mónica", 243), ("Ana Karen", 237), ("Daniela", 232),
    ("Fernanda", 227), ("María Fernanda", 223), ("Sofía", 218), ("Valentina", 214), ("Regina", 210),
    ("Renata", 206), ("Camila", 202), ("Ximena", 198), ("Valeria", 195), ("Victoria", 191), ("Natalia", 188),
    ("Andrea", 185), ("Mariana", 182), ("Diana", 179), ("Laura", 176), ("Karla", 173), ("Brenda", 171),
    ("Jessica", 168), ("Cecilia", 166), ("Beatriz", 163), ("Irma", 161), ("Lourdes", 159), ("Gloria", 157),
    ("Rocío", 154), ("María de los Ángeles", 152), ("María Teresa", 150), ("María Isabel", 148),
    ("María Luisa", 147), ("Blanca", 145), ("Estela", 143), ("Elena", 141), ("Esperanza", 140), ("Esther", 138),
    ("Francisca", 136), ("Graciela", 135), ("Griselda", 133), ("Karina", 132), ("Lidia", 130), ("Liliana", 129),
    ("Lorena", 127), ("Lucía", 126), ("Luz María", 125), ("Maribel", 123), ("Marisol", 122), ("Miriam", 121),
    ("Nancy", 120), ("Paola", 119), ("Perla", 117), ("Raquel", 116), ("Rebeca", 115), ("Reyna", 114),
    ("Sara", 113), ("Selene", 112), ("Socorro", 111), ("Susana", 110), ("Teresita", 109), ("Virginia", 108),
    ("Wendy", 107), ("Yadira", 106), ("Yesenia", 105), ("Angélica", 104), ("Aurora", 103), ("Carolina", 103),
    ("Catalina", 102), ("Cristina", 101), ("Dulce María", 100), ("Eva", 99), ("Fabiola", 98), ("Flor", 98),
    ("Itzel", 97), ("Jazmín", 96), ("Jimena", 95), ("Julia", 95), ("Leonor", 94), ("Romina", 93), ("Abril", 93),
    ("Citlali", 92), ("Montserrat", 91), ("Nayeli", 91), ("Xóchitl", 90),
];

/// Family names with weights.
#[rustfmt::skip]
pub(super) const FAMILY: &[(&str, u32)] = &[
    ("Hernández", 1000), ("García", 905), ("Martínez", 828), ("López", 765), ("González", 712), ("Pérez", 667),
    ("Rodríguez", 629), ("Sánchez", 595), ("Ramírez", 565), ("Cruz", 538), ("Flores", 514), ("Gómez", 492),
    ("Morales", 473), ("Vázquez", 455), ("Jiménez", 439), ("Reyes", 424), ("Díaz", 410), ("Torres", 397),
    ("Gutiérrez", 385), ("Ruiz", 374), ("Mendoza", 363), ("Aguilar", 354), ("Ortiz", 344), ("Moreno", 336),
    ("Castillo", 328), ("Romero", 320), ("Álvarez", 313), ("Méndez", 306), ("Chávez", 299), ("Rivera", 293),
    ("Juárez", 287), ("Ramos", 281), ("Domínguez", 276), ("Herrera", 271), ("Medina", 266), ("Castro", 261),
    ("Vargas", 256), ("Guzmán", 252), ("Velázquez", 248), ("Muñoz", 244), ("Rojas", 240), ("de la Cruz", 236),
    ("Contreras", 232), ("Salazar", 229), ("Luna", 225), ("Ortega", 222), ("Santiago", 219), ("Guerrero", 216),
    ("Estrada", 213), ("Bautista", 210), ("Cortés", 207), ("Soto", 205), ("Alvarado", 202), ("Espinosa", 200),
    ("Lara", 197), ("Ríos", 195), ("Ávila", 192), ("Sandoval", 190), ("Cervantes", 188), ("Silva", 186),
    ("Delgado", 184), ("Vega", 182), ("Márquez", 180), ("Cabrera", 178), ("León", 176), ("Carrillo", 174),
    ("Solís", 172), ("Rosas", 171), ("Nava", 169), ("Valdez", 167), ("Ibarra", 166), ("Núñez", 164),
    ("Campos", 162), ("Santos", 161), ("Camacho", 159), ("Peña", 158), ("Fuentes", 157), ("Maldonado", 155),
    ("Rosales", 154), ("Miranda", 152), ("Navarro", 151), ("Trejo", 150), ("Meza", 149), ("Valencia", 147),
    ("Pacheco", 146), ("Molina", 145), ("Acosta", 144), ("Mejía", 143), ("Ayala", 141), ("Padilla", 140),
    ("Rangel", 139), ("Cárdenas", 138), ("Fernández", 137), ("Salinas", 136), ("Robles", 135), ("Escobar", 134),
    ("Zamora", 133), ("Orozco", 132), ("Barrera", 131), ("Montes", 130), ("Serrano", 129), ("Huerta", 128),
    ("Tapia", 128), ("Marín", 127), ("Olvera", 126), ("Calderón", 125), ("Velasco", 124), ("Castañeda", 123),
    ("Villanueva", 123), ("Suárez", 122), ("Zavala", 121), ("Galván", 120), ("Arellano", 119), ("Franco", 119),
    ("Macías", 118), ("Villegas", 117), ("Cisneros", 117), ("Montoya", 116), ("Andrade", 115), ("Becerra", 114),
    ("Avendaño", 114), ("Beltrán", 113), ("Benítez", 112), ("Bravo", 112), ("Cabello", 111), ("Cano", 111),
    ("Corona", 110), ("Duarte", 109), ("Durán", 109), ("Enríquez", 108), ("Esparza", 107), ("Esquivel", 107),
    ("Félix", 106), ("Figueroa", 106), ("Gallegos", 105), ("Garza", 105), ("Guerra", 104), ("Lozano", 104),
    ("Lugo", 103), ("Magaña", 102), ("Mata", 102), ("Mora", 101), ("Murillo", 101), ("Ochoa", 100),
    ("Osorio", 100), ("Palacios", 99), ("Parra", 99), ("Pineda", 98), ("Ponce", 98), ("Quintero", 97),
    ("Rocha", 97), ("Rubio", 97), ("Salgado", 96), ("Saucedo", 96), ("Segura", 95), ("Tovar", 95), ("Treviño", 94),
    ("Trujillo", 94), ("Uribe", 93), ("Valenzuela", 93), ("Valle", 93), ("Vera", 92), ("Villalobos", 92),
    ("Zapata", 91), ("Zárate", 91), ("Zúñiga", 91),
];
