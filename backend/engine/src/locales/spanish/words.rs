//! Words, and the parts of simple sentences.

/// Common nouns.
#[rustfmt::skip]
pub(super) const WORDS: &[&str] = &[
    "tiempo", "año", "gente", "forma", "día", "hombre", "cosa", "mujer", "vida", "niño", "mundo", "escuela",
    "estado", "familia", "alumno", "grupo", "país", "problema", "mano", "parte", "lugar", "caso", "semana",
    "empresa", "sistema", "programa", "pregunta", "trabajo", "gobierno", "número", "noche", "punto", "hogar",
    "agua", "sala", "madre", "zona", "dinero", "historia", "hecho", "mes", "derecho", "estudio", "libro", "ojo",
    "empleo", "palabra", "negocio", "asunto", "lado", "tipo", "cabeza", "casa", "servicio", "amigo", "padre",
    "poder", "hora", "juego", "línea", "final", "miembro", "ley", "coche", "ciudad", "comunidad", "nombre",
    "presidente", "equipo", "minuto", "idea", "cuerpo", "información", "cara", "nivel", "oficina", "puerta",
    "salud", "persona", "arte", "guerra", "partido", "resultado", "cambio", "mañana", "razón", "investigación",
    "momento", "aire", "maestro", "fuerza", "educación", "pie", "edad", "política", "proceso", "música", "mercado",
    "sentido", "nación", "plan", "interés", "muerte", "experiencia", "efecto", "uso", "clase", "control", "campo",
    "desarrollo", "papel", "esfuerzo", "tasa", "corazón", "líder", "luz", "voz", "esposa", "mente", "precio",
    "informe", "decisión", "hijo", "vista", "relación", "pueblo", "camino", "brazo", "diferencia", "valor",
    "edificio", "acción", "temporada", "sociedad", "impuesto", "director", "posición", "jugador", "registro",
    "espacio", "suelo", "evento", "centro", "pareja", "sitio", "proyecto", "actividad", "estrella", "mesa",
    "necesidad", "aceite", "situación", "costo", "industria", "figura", "calle", "imagen", "teléfono", "dato",
    "cuadro", "práctica", "pieza", "tierra", "producto", "médico", "pared", "paciente", "obrero", "noticia",
    "prueba", "película", "norte", "amor", "apoyo", "tecnología", "jardín", "río", "montaña", "playa", "barco",
    "tren", "puente", "silla", "ventana", "flor", "árbol", "pan", "sol", "luna",
];

/// Subjects, capitalised.
#[rustfmt::skip]
pub(super) const SUBJECTS: &[&str] = &[
    "El cliente", "Nuestro equipo", "La proveedora", "El nuevo gerente", "Una vecina", "El conductor",
    "La vieja biblioteca", "El tren de la mañana", "El comité", "Su hermana", "La ingeniera", "El maestro",
    "Una joven artista", "El mercado del barrio", "La escuela", "El informe", "El segundo pedido",
    "La pequeña tienda", "La doctora", "La empresa", "El alcalde", "El jardín", "La visitante", "El almacén",
    "Su oficina", "La entrega", "La banda del pueblo", "El panadero", "Un buen amigo", "El proyecto",
];

/// Predicates in the past.
#[rustfmt::skip]
pub(super) const PREDICATES: &[&str] = &[
    "llegó", "llamó", "esperó", "trabajó hasta tarde", "cambió el plan", "pidió ayuda",
    "encontró una solución mejor", "cumplió la promesa", "envió una carta", "abrió la puerta",
    "terminó el trabajo", "empezó de nuevo", "pagó la cuenta", "revisó la lista", "perdió el autobús",
    "hizo una pausa", "escribió una nota larga", "regresó", "cometió un error", "resolvió el problema",
    "contó toda la historia", "dejó un mensaje", "perdió la llave", "trajo pan recién hecho",
];

/// Where, when and how.
#[rustfmt::skip]
pub(super) const COMPLEMENTS: &[&str] = &[
    "el lunes por la mañana", "antes de comer", "después de la reunión", "cerca de la estación",
    "sin ningún problema", "por primera vez", "bajo la lluvia", "el verano pasado", "a fin de mes",
    "con mucho cuidado", "en la plaza mayor", "por culpa del tiempo", "según lo acordado", "sin motivo aparente",
    "durante las vacaciones", "junto al río", "en un tiempo récord", "para sorpresa de todos",
    "a última hora de la tarde", "con una sonrisa", "en el viejo puerto", "justo a tiempo", "por un precio justo",
    "sin demora",
];
