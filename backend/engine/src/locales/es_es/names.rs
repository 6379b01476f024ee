//! Given names by sex and family names. Order after the INE (Instituto Nacional de Estadística), most frequent names and surnames;
//! the weights are a smooth fall through the published ranks.

/// Men's given names with weights.
#[rustfmt::skip]
pub(super) const MALE: &[(&str, u32)] = &[
    ("Antonio", 1000), ("Manuel", 893), ("José", 808), ("Francisco", 738), ("David", 681), ("Juan", 632),
    ("Javier", 591), ("Daniel", 555), ("José Antonio", 523), ("Francisco Javier", 495), ("José Luis", 470),
    ("Carlos", 448), ("Alejandro", 428), ("Jesús", 410), ("Miguel", 393), ("José Manuel", 378), ("Rafael", 364),
    ("Miguel Ángel", 351), ("Pablo", 339), ("Pedro", 328), ("Ángel", 317), ("Sergio", 308), ("José María", 299),
    ("Fernando", 290), ("Jorge", 282), ("Luis", 275), ("Alberto", 268), ("Álvaro", 261), ("Juan Carlos", 255),
    ("Adrián", 249), ("Diego", 243), ("Juan José", 237), ("Raúl", 232), ("Iván", 227), ("Juan Antonio", 223),
    ("Rubén", 218), ("Enrique", 214), ("Óscar", 210), ("Ramón", 206), ("Vicente", 202), ("Andrés", 198),
    ("Juan Manuel", 195), ("Joaquín", 191), ("Santiago", 188), ("Víctor", 185), ("Eduardo", 182), ("Mario", 179),
    ("Roberto", 176), ("Jaime", 173), ("Francisco José", 171), ("Marcos", 168), ("Ignacio", 166), ("Alfonso", 163),
    ("Hugo", 161), ("Jordi", 159), ("Ricardo", 157), ("Salvador", 154), ("Guillermo", 152), ("Gabriel", 150),
    ("Emilio", 148), ("Marc", 147), ("Gonzalo", 145), ("Julio", 143), ("Julián", 141), ("Mohamed", 140),
    ("José Miguel", 138), ("Tomás", 136), ("Martín", 135), ("Agustín", 133), ("Nicolás", 132), ("José Ramón", 130),
    ("Samuel", 129), ("Ismael", 127), ("Joan", 126), ("Cristian", 125), ("Aitor", 123), ("Lucas", 122),
    ("Félix", 121), ("Iker", 120), ("Héctor", 119), ("Alex", 117), ("Juan Francisco", 116), ("Mateo", 115),
    ("Josep", 114), ("Sebastián", 113), ("Mariano", 112), ("Rodrigo", 111), ("Alfredo", 110), ("Domingo", 109),
    ("José Carlos", 108), ("Felipe", 107), ("César", 106), ("José Ángel", 105), ("Iñaki", 104), ("Gerardo", 103),
    ("Leo", 103), ("Luis Miguel", 102), ("Xavier", 101), ("Gregorio", 100), ("Lorenzo", 99), ("Albert", 98),
    ("Arturo", 98), ("Esteban", 97), ("José Francisco", 96), ("Cristóbal", 95), ("Borja", 95),
    ("Antonio José", 94), ("Eugenio", 93), ("Mikel", 93), ("Pol", 92),
];

/// Women's given names with weights.
#[rustfmt::skip]
pub(super) const FEMALE: &[(&str, u32)] = &[
    ("María Carmen", 1000), ("María", 893), ("Carmen", 808), ("Ana María", 738), ("Laura", 681), ("Isabel", 632),
    ("María Pilar", 591), ("Cristina", 555), ("Marta", 523), ("María Dolores", 495), ("Josefa", 470),
    ("Lucía", 448), ("María Isabel", 428), ("Ana", 410), ("Paula", 393), ("María José", 378), ("Francisca", 364),
    ("Dolores", 351), ("Antonia", 339), ("Sara", 328), ("María Teresa", 317), ("Elena", 308), ("Raquel", 299),
    ("Rosa María", 290), ("Pilar", 282), ("Alba", 275), ("Mercedes", 268), ("Manuela", 261), ("Rosario", 255),
    ("Beatriz", 249), ("Juana", 243), ("Julia", 237), ("Teresa", 232), ("Nuria", 227), ("Silvia", 223),
    ("Encarnación", 218), ("Irene", 214), ("Patricia", 210), ("Montserrat", 206), ("Andrea", 202), ("Rocío", 198),
    ("Mónica", 195), ("Concepción", 191), ("María Ángeles", 188), ("Rosa", 185), ("Sonia", 182), ("Alicia", 179),
    ("Sandra", 176), ("Marina", 173), ("Ángela", 171), ("Inmaculada", 168), ("Margarita", 166), ("Natalia", 163),
    ("Susana", 161), ("Yolanda", 159), ("Eva", 157), ("Inés", 154), ("Sofía", 152), ("María Jesús", 150),
    ("Claudia", 148), ("Noelia", 147), ("Verónica", 145), ("Esther", 143), ("Carla", 141), ("Nerea", 140),
    ("María Mercedes", 138), ("Ángeles", 136), ("Amparo", 135), ("Carolina", 133), ("Daniela", 132),
    ("María Rosario", 130), ("Lorena", 129), ("Fátima", 127), ("Consuelo", 126), ("Miriam", 125),
    ("Inmaculada Concepción", 123), ("Ana Belén", 122), ("Catalina", 121), ("Victoria", 120), ("Lidia", 119),
    ("María Antonia", 117), ("Aurora", 116), ("Olga", 115), ("Martina", 114), ("Gloria", 113), ("Celia", 112),
    ("Adriana", 111), ("Ainhoa", 110), ("Alejandra", 109), ("María Luisa", 108), ("Esperanza", 107),
    ("Gemma", 106), ("Luisa", 105), ("Clara", 104), ("Asunción", 103), ("Emilia", 103), ("Virginia", 102),
    ("Purificación", 101), ("Amaia", 100), ("Blanca", 99), ("Valeria", 98), ("Aitana", 98), ("Leire", 97),
    ("Anna", 96), ("Laia", 95), ("Tamara", 95), ("Vanesa", 94), ("Estefanía", 93), ("Diana", 93), ("Jimena", 92),
    ("Carlota", 91), ("Ariadna", 91),
];

/// Family names with weights.
#[rustfmt::skip]
pub(super) const FAMILY: &[(&str, u32)] = &[
    ("García", 1000), ("Rodríguez", 905), ("González", 828), ("Fernández", 765), ("López", 712), ("Martínez", 667),
    ("Sánchez", 629), ("Pérez", 595), ("Gómez", 565), ("Martín", 538), ("Jiménez", 514), ("Hernández", 492),
    ("Ruiz", 473), ("Díaz", 455), ("Moreno", 439), ("Muñoz", 424), ("Álvarez", 410), ("Romero", 397),
    ("Gutiérrez", 385), ("Alonso", 374), ("Navarro", 363), ("Torres", 354), ("Domínguez", 344), ("Ramos", 336),
    ("Vázquez", 328), ("Ramírez", 320), ("Gil", 313), ("Serrano", 306), ("Morales", 299), ("Molina", 293),
    ("Blanco", 287), ("Suárez", 281), ("Castro", 276), ("Ortega", 271), ("Delgado", 266), ("Ortiz", 261),
    ("Marín", 256), ("Rubio", 252), ("Núñez", 248), ("Medina", 244), ("Castillo", 240), ("Sanz", 236),
    ("Iglesias", 232), ("Cortés", 229), ("Garrido", 225), ("Santos", 222), ("Guerrero", 219), ("Lozano", 216),
    ("Cano", 213), ("Cruz", 210), ("Méndez", 207), ("Flores", 205), ("Prieto", 202), ("Herrera", 200),
    ("Peña", 197), ("León", 195), ("Márquez", 192), ("Cabrera", 190), ("Gallego", 188), ("Calvo", 186),
    ("Vidal", 184), ("Campos", 182), ("Reyes", 180), ("Vega", 178), ("Fuentes", 176), ("Carrasco", 174),
    ("Díez", 172), ("Aguilar", 171), ("Caballero", 169), ("Nieto", 167), ("Santana", 166), ("Vargas", 164),
    ("Pascual", 162), ("Giménez", 161), ("Herrero", 159), ("Hidalgo", 158), ("Montero", 157), ("Lorenzo", 155),
    ("Santiago", 154), ("Benítez", 152), ("Durán", 151), ("Ibáñez", 150), ("Arias", 149), ("Mora", 147),
    ("Ferrer", 146), ("Carmona", 145), ("Vicente", 144), ("Rojas", 143), ("Soto", 141), ("Crespo", 140),
    ("Román", 139), ("Pastor", 138), ("Velasco", 137), ("Parra", 136), ("Sáez", 135), ("Moya", 134),
    ("Bravo", 133), ("Rivera", 132), ("Gallardo", 131), ("Soler", 130), ("Silva", 129), ("Esteban", 128),
    ("Pardo", 128), ("Franco", 127), ("Rivas", 126), ("Lara", 125), ("Merino", 124), ("Espinosa", 123),
    ("Camacho", 123), ("Mendoza", 122), ("Izquierdo", 121), ("Vera", 120), ("Ríos", 119), ("Arroyo", 119),
    ("Casado", 118), ("Sierra", 117), ("Redondo", 117), ("Luque", 116), ("Montes", 115), ("Rey", 114),
    ("Carrillo", 114), ("Galán", 113), ("Otero", 112), ("Segura", 112), ("Marcos", 111), ("Heredia", 111),
    ("Bernal", 110), ("Soriano", 109), ("Robles", 109), ("Contreras", 108), ("Valero", 107), ("Palacios", 107),
    ("Martí", 106), ("Varela", 106), ("Macías", 105), ("Guerra", 105), ("Pereira", 104), ("Expósito", 104),
    ("Benito", 103), ("Miranda", 102), ("Andrés", 102), ("Salazar", 101), ("Mateo", 101), ("Roldán", 100),
    ("Bueno", 100), ("Villar", 99), ("Guillén", 99), ("Menéndez", 98), ("Escudero", 98), ("Aguilera", 97),
    ("Casas", 97), ("Aparicio", 97), ("Rivero", 96), ("Gálvez", 96), ("Acosta", 95), ("Calderón", 95),
    ("Estévez", 94), ("Manzano", 94), ("Padilla", 93), ("Menor", 93), ("Quintana", 93), ("Plaza", 92),
    ("Avila", 92), ("Salas", 91), ("Trujillo", 91), ("Conde", 91), ("Villanueva", 90), ("Puig", 90),
    ("Ballesteros", 89), ("Escobar", 89), ("Polo", 89), ("Blázquez", 88), ("Serra", 88),
];
