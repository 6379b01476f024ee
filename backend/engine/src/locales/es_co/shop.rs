//! Products of a shop by category, with the range of their price in US dollars.

use crate::locales::types::{Item, item};

/// Products: category, name, whether it is feminine, least and greatest price.
#[rustfmt::skip]
pub(super) const ITEMS: &[Item] = &[
    item(0, "Audífono inalámbrico", false, 15, 180), item(0, "Teclado", false, 12, 120), item(0, "Mouse", false, 8, 70),
    item(0, "Monitor", false, 90, 450), item(0, "Parlante", false, 20, 250), item(0, "Cámara web", true, 20, 110),
    item(0, "Tablet", true, 90, 600), item(0, "Cargador", false, 8, 45), item(1, "Lámpara", true, 12, 140),
    item(1, "Silla", true, 30, 220), item(1, "Mesa", true, 50, 480), item(1, "Pocillo", false, 4, 18),
    item(1, "Sartén", true, 12, 75), item(1, "Juego de cuchillos", false, 18, 150), item(1, "Cobija", true, 12, 80),
    item(1, "Almohada", true, 8, 50), item(1, "Olla a presión", true, 20, 110), item(2, "Camisa", true, 12, 70),
    item(2, "Camiseta", true, 6, 35), item(2, "Chaqueta", true, 30, 200), item(2, "Vestido", false, 20, 140),
    item(2, "Saco", false, 18, 95), item(2, "Pantalón", false, 18, 90), item(2, "Correa", true, 8, 45),
    item(2, "Morral", false, 20, 130), item(2, "Ruana", true, 25, 140), item(2, "Chompa", true, 20, 110),
    item(3, "Balón", false, 8, 50), item(3, "Colchoneta de yoga", true, 10, 55), item(3, "Mancuerna", true, 8, 70),
    item(3, "Casco", false, 18, 130), item(3, "Raqueta", true, 20, 190), item(3, "Botella", true, 6, 35),
    item(3, "Carpa", true, 40, 320), item(4, "Rompecabezas", false, 6, 35), item(4, "Muñeca", true, 8, 50),
    item(4, "Juego de mesa", false, 12, 65), item(4, "Carro de juguete", false, 4, 30),
    item(4, "Juego de bloques", false, 10, 90), item(5, "Champú", false, 3, 22), item(5, "Jabón", false, 2, 12),
    item(5, "Crema facial", true, 6, 60), item(5, "Perfume", false, 18, 140),
    item(5, "Cepillo de dientes", false, 2, 80), item(5, "Secador de pelo", false, 18, 120),
    item(6, "Cuaderno", false, 2, 20), item(6, "Esfero", false, 1, 15), item(6, "Cosedora", true, 4, 25),
    item(6, "Organizador", false, 8, 40), item(6, "Calculadora", true, 6, 60), item(6, "Agenda", true, 6, 35),
    item(7, "Martillo", false, 8, 40), item(7, "Taladro", false, 35, 190), item(7, "Regadera", true, 6, 32),
    item(7, "Manguera", true, 12, 60), item(7, "Pala", true, 10, 45), item(7, "Escalera", true, 30, 160),
    item(8, "Café", false, 4, 22), item(8, "Aceite de oliva", false, 6, 28), item(8, "Chocolate", false, 2, 14),
    item(8, "Queso", false, 3, 25), item(8, "Miel", true, 4, 18), item(8, "Arroz", false, 1, 8),
    item(8, "Panela", true, 1, 6), item(8, "Bocadillo de guayaba", false, 2, 10), item(8, "Arequipe", false, 2, 12),
    item(9, "Cama para perro", true, 15, 80), item(9, "Comida para gato", true, 4, 45),
    item(9, "Collar para perro", false, 6, 30), item(9, "Rascador", false, 15, 90),
];
