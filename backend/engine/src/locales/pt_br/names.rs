//! Given names by sex and family names. Order after the IBGE census names (Nomes no Brasil);
//! the weights are a smooth fall through the published ranks.

/// Men's given names with weights.
#[rustfmt::skip]
pub(super) const MALE: &[(&str, u32)] = &[
    ("José", 1000), ("João", 893), ("Antônio", 808), ("Francisco", 738), ("Carlos", 681), ("Paulo", 632),
    ("Pedro", 591), ("Lucas", 555), ("Luiz", 523), ("Marcos", 495), ("Luís", 470), ("Gabriel", 448),
    ("Rafael", 428), ("Daniel", 410), ("Marcelo", 393), ("Bruno", 378), ("Eduardo", 364), ("Felipe", 351),
    ("Raimundo", 339), ("Rodrigo", 328), ("Manoel", 317), ("Mateus", 308), ("André", 299), ("Fernando", 290),
    ("Fábio", 282), ("Leonardo", 275), ("Gustavo", 268), ("Guilherme", 261), ("Leandro", 255), ("Tiago", 249),
    ("Anderson", 243), ("Ricardo", 237), ("Márcio", 232), ("Jorge", 227), ("Sebastião", 223), ("Alexandre", 218),
    ("Roberto", 214), ("Edson", 210), ("Diego", 206), ("Vitor", 202), ("Sérgio", 198), ("Cláudio", 195),
    ("Matheus", 191), ("Thiago", 188), ("Geraldo", 185), ("Adriano", 182), ("Luciano", 179), ("Júlio", 176),
    ("Renato", 173), ("Alex", 171), ("Vinícius", 168), ("Rogério", 166), ("Samuel", 163), ("Ronaldo", 161),
    ("Mário", 159), ("Flávio", 157), ("Igor", 154), ("Douglas", 152), ("Davi", 150), ("Manuel", 148),
    ("Jeferson", 147), ("Cícero", 145), ("Victor", 143), ("Miguel", 141), ("Robson", 140), ("Mauro", 138),
    ("Danilo", 136), ("Henrique", 135), ("Caio", 133), ("Reginaldo", 132), ("Joaquim", 130), ("Benedito", 129),
    ("Gilberto", 127), ("Marco", 126), ("Alan", 125), ("Nelson", 123), ("Cristiano", 122), ("Elias", 121),
    ("Wilson", 120), ("Valdir", 119), ("Emerson", 117), ("Luan", 116), ("David", 115), ("Renan", 114),
    ("Severino", 113), ("Fabrício", 112), ("Mauricio", 111), ("Jonas", 110), ("Gilmar", 109), ("Jean", 108),
    ("Fabiano", 107), ("Wesley", 106), ("Diogo", 105), ("Adilson", 104), ("Jair", 103), ("Alessandro", 103),
    ("Everton", 102), ("Osvaldo", 101), ("Gilson", 100), ("Willian", 99), ("Joel", 98), ("Silvio", 98),
    ("Hélio", 97), ("Maicon", 96), ("Reinaldo", 95), ("Pablo", 95), ("Artur", 94), ("Vagner", 93), ("Valter", 93),
    ("Ivan", 92), ("Murilo", 91), ("Heitor", 91), ("Enzo", 90), ("Arthur", 89), ("Bernardo", 89), ("Otávio", 88),
];

/// Women's given names with weights.
#[rustfmt::skip]
pub(super) const FEMALE: &[(&str, u32)] = &[
    ("Maria", 1000), ("Ana", 893), ("Francisca", 808), ("Antônia", 738), ("Adriana", 681), ("Juliana", 632),
    ("Márcia", 591), ("Fernanda", 555), ("Patrícia", 523), ("Aline", 495), ("Sandra", 470), ("Camila", 448),
    ("Amanda", 428), ("Bruna", 410), ("Jéssica", 393), ("Letícia", 378), ("Júlia", 364), ("Luciana", 351),
    ("Vanessa", 339), ("Mariana", 328), ("Gabriela", 317), ("Vera", 308), ("Vitória", 299), ("Larissa", 290),
    ("Cláudia", 282), ("Beatriz", 275), ("Rita", 268), ("Luana", 261), ("Sônia", 255), ("Renata", 249),
    ("Eliane", 243), ("Josefa", 237), ("Simone", 232), ("Natália", 227), ("Cristiane", 223), ("Carla", 218),
    ("Débora", 214), ("Rosângela", 210), ("Jaqueline", 206), ("Rosa", 202), ("Daniela", 198), ("Aparecida", 195),
    ("Marlene", 191), ("Terezinha", 188), ("Raimunda", 185), ("Andréia", 182), ("Fabiana", 179), ("Lúcia", 176),
    ("Raquel", 173), ("Angela", 171), ("Rafaela", 168), ("Joana", 166), ("Luzia", 163), ("Elaine", 161),
    ("Daniele", 159), ("Regina", 157), ("Daiane", 154), ("Alessandra", 152), ("Isabela", 150), ("Tatiane", 148),
    ("Laura", 147), ("Cristina", 145), ("Carolina", 143), ("Sueli", 141), ("Tereza", 140), ("Cecília", 138),
    ("Fátima", 136), ("Helena", 135), ("Isabel", 133), ("Bianca", 132), ("Sabrina", 130), ("Eduarda", 129),
    ("Michele", 127), ("Viviane", 126), ("Priscila", 125), ("Lívia", 123), ("Karina", 122), ("Kelly", 121),
    ("Edna", 120), ("Marta", 119), ("Paula", 117), ("Silvana", 116), ("Marina", 115), ("Monique", 114),
    ("Eliana", 113), ("Gisele", 112), ("Irene", 111), ("Rosana", 110), ("Solange", 109), ("Sophia", 108),
    ("Manuela", 107), ("Alice", 106), ("Heloísa", 105), ("Lorena", 104), ("Valentina", 103), ("Yasmin", 103),
    ("Thais", 102), ("Tainá", 101), ("Caroline", 100), ("Ingrid", 99), ("Flávia", 98), ("Roberta", 98),
    ("Mônica", 97), ("Elisângela", 96), ("Ivone", 95), ("Neusa", 95), ("Valéria", 94), ("Milena", 93),
    ("Lara", 93), ("Clara", 92), ("Emanuelly", 91), ("Giovanna", 91), ("Nicole", 90), ("Rebeca", 89),
    ("Stella", 89),
];

/// Family names with weights.
#[rustfmt::skip]
pub(super) const FAMILY: &[(&str, u32)] = &[
    ("da Silva", 1000), ("dos Santos", 905), ("de Oliveira", 828), ("de Souza", 765), ("Rodrigues", 712),
    ("Ferreira", 667), ("Alves", 629), ("Pereira", 595), ("de Lima", 565), ("Gomes", 538), ("da Costa", 514),
    ("Ribeiro", 492), ("Martins", 473), ("de Carvalho", 455), ("de Almeida", 439), ("Lopes", 424), ("Soares", 410),
    ("Fernandes", 397), ("Vieira", 385), ("Barbosa", 374), ("Rocha", 363), ("Dias", 354), ("Nascimento", 344),
    ("de Andrade", 336), ("Moreira", 328), ("Nunes", 320), ("Marques", 313), ("Machado", 306), ("Mendes", 299),
    ("Freitas", 293), ("Cardoso", 287), ("Ramos", 281), ("Gonçalves", 276), ("Santana", 271), ("Teixeira", 266),
    ("de Araújo", 261), ("Pinto", 256), ("Cavalcanti", 252), ("Monteiro", 248), ("Moraes", 244), ("Batista", 240),
    ("Campos", 236), ("Borges", 232), ("Castro", 229), ("Melo", 225), ("Correia", 222), ("Moura", 219),
    ("Azevedo", 216), ("Barros", 213), ("Cunha", 210), ("Duarte", 207), ("Farias", 205), ("Fonseca", 202),
    ("Guimarães", 200), ("Leite", 197), ("Macedo", 195), ("Magalhães", 192), ("Matos", 190), ("Medeiros", 188),
    ("Miranda", 186), ("Nogueira", 184), ("Peixoto", 182), ("Pinheiro", 180), ("Pires", 178), ("Queiroz", 176),
    ("Reis", 174), ("Sales", 172), ("Sampaio", 171), ("Siqueira", 169), ("Tavares", 167), ("Xavier", 166),
    ("Aguiar", 164), ("Amaral", 162), ("Assis", 161), ("Bastos", 159), ("Bezerra", 158), ("Braga", 157),
    ("Brito", 155), ("Bueno", 154), ("Camargo", 152), ("Coelho", 151), ("Cordeiro", 150), ("Coutinho", 149),
    ("Cruz", 147), ("Domingues", 146), ("Dutra", 145), ("Esteves", 144), ("Evangelista", 143), ("Figueiredo", 141),
    ("Franco", 140), ("Garcia", 139), ("Godoy", 138), ("Guerra", 137), ("Henriques", 136), ("Jesus", 135),
    ("Lacerda", 134), ("Leal", 133), ("Leão", 132), ("Lins", 131), ("Lira", 130), ("Lobo", 129), ("Lourenço", 128),
    ("Luz", 128), ("Maciel", 127), ("Maia", 126), ("Marinho", 125), ("Menezes", 124), ("Mesquita", 123),
    ("Morais", 123), ("Mota", 122), ("Müller", 121), ("Muniz", 120), ("Neves", 119), ("Novaes", 119),
    ("Pacheco", 118), ("Padilha", 117), ("Paiva", 117), ("Passos", 116), ("Paz", 115), ("Peçanha", 114),
    ("Pessoa", 114), ("Porto", 113), ("Prado", 112), ("Prates", 112), ("Ramalho", 111), ("Rangel", 111),
    ("Rezende", 110), ("Rios", 109), ("Rosa", 109), ("Sá", 108), ("Salgado", 107), ("Santiago", 107),
    ("Saraiva", 106), ("Schmidt", 106), ("Serra", 105), ("Silveira", 105), ("Simões", 104), ("Sobral", 104),
    ("Teles", 103), ("Toledo", 102), ("Torres", 102), ("Trindade", 101), ("Valente", 101), ("Vargas", 100),
    ("Vasconcelos", 100), ("Veiga", 99), ("Viana", 99), ("Vidal", 98), ("Vilela", 98), ("Werneck", 97),
    ("Zanetti", 97), ("Almeida", 97), ("Souza", 96), ("Silva", 96), ("Santos", 95), ("Oliveira", 95), ("Lima", 94),
    ("Costa", 94), ("Araújo", 93), ("Carvalho", 93),
];
