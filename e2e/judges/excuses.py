"""Generators that no library judges by the value alone, and why: every generator of the catalogue is judged, or is
here, or in a judge's own `WITHOUT`.
"""

#: Names after a reason, by family.
REASONS = {
    "judged with the rest of its row by test_bundles": {
        "address": "city continent country full latitude longitude nation nation_domain neighbourhood region",
        "media": "colour_hsl colour_name colour_rgb file_extension file_name file_path",
        "person": "age birth_date first_name full_name last_name sex",
        "company": "name",
        "science": "atomic_mass atomic_number element",
        "system": "browser device_type http_reason os",
        "travel": "airport_country airport_latitude airport_longitude",
    },
    "a number: test_statistics judges its law, or says why it has none": {
        "number": (
            "amount beta binomial cauchy correlated exponential gamma geometric gumbel histogram integer log_uniform "
            "lognormal mixture negative_binomial normal pareto percentage pert poisson product random_walk rating "
            "skew_normal step student_t temperature time_series triangular uniform weibull zipf"
        ),
    },
    "a moment or a date whose form every reader of files checks, and whose law is judged by test_statistics": {
        "datetime": "between business_day date events recent time",
    },
    "a moment, a date or a part of one: the file's type is its form, and the engine tests which they are": {
        "datetime": "age business_hours offset ordered period quarter recurring unix year",
    },
    "any number within its bounds is valid": {
        "address": "altitude bearing floor",
        "commerce": "discount price",
        "company": "employee_count",
        "media": "bit_rate duration file_size frame_rate height width",
        "science": (
            "blood_pressure bmi body_temperature diastolic heart_rate height lab_value oxygen_saturation quantity "
            "respiratory_rate systolic weight"
        ),
        "system": "exit_code latency_ms port process_id stack_depth",
        "travel": "mileage vehicle_year",
    },
    "judged by what is inside it: it has no form of its own": {
        "": "array boolean choice constant copy expression foreign_key object row_in_parent sequence when",
    },
    "words of a list of ours in the locale's language: no library has the list": {
        "address": "direction",
        "commerce": "category color department material order_status payment_method product shipping_method",
        "company": "contract_type department industry legal_form seniority",
        "media": "file_kind",
        "person": "job_title title",
        "travel": "cabin_class room_type vehicle_colour vehicle_fuel vehicle_type",
    },
    "sentences: any text is valid": {
        "company": "catch_phrase slogan",
        "system": "error_message stack_trace",
        "text": "bullets hashtags letters markdown markov paragraph question quote review sentence title word words",
    },
    "names of things in the world, of which no library that fits a test has the list": {
        "company": "stock_market",
        "media": "codec",
        "science": (
            "allergy atc_code chromosome constellation diagnosis drug drug_route gene lab_flag lab_test lab_unit "
            "planet si_prefix si_prefix_symbol star unit unit_symbol"
        ),
        "system": (
            "aws_region browser_version cloud_provider cloud_region cloud_zone device_model environment exception "
            "instance_type log_level service"
        ),
        "travel": (
            "aircraft aircraft_code airline airline_code airport airport_city train vehicle vehicle_make vehicle_model"
        ),
    },
    "of a form that its country or house sets, which no library checks; the engine tests it": {
        "address": "building line2 street unit",
        "media": "aspect_ratio resolution",
        "science": "blood_type dosage drug_strength lab_range",
        "system": (
            "access_log api_key aws_account aws_arn docker_image feature_flag git_branch hostname k8s_namespace "
            "log_line pod_name request_id"
        ),
        "travel": "booking_code flight_number gate hotel_room licence_plate mmsi seat",
    },
    "of the design's own making": {
        "commerce": "promo_code sku",
        "company": "employee_id",
        "text": "mask",
    },
    "letters of a known alphabet, tested in the engine": {
        "science": "dna protein rna",
    },
}

WITHOUT = {
    f"{family}.{name}".removeprefix("."): reason
    for reason, families in REASONS.items()
    for family, names in families.items()
    for name in names.split()
}
