using System;
using Microsoft.EntityFrameworkCore.Migrations;
using NetTopologySuite.Geometries;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Gis.Data.Store.Postgis.Migrations
{
    /// <inheritdoc />
    internal partial class Network : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterDatabase()
                .Annotation("Npgsql:PostgresExtension:postgis", ",,");

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_user_name = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    normalized_email = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: true, collation: "C"),
                    email_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    security_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    concurrency_stamp = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone_number_confirmed = table.Column<bool>(type: "boolean", nullable: false),
                    two_factor_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    lockout_end = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lockout_enabled = table.Column<bool>(type: "boolean", nullable: false),
                    access_failed_count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    point_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    level = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    verdicts = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    log_sequence = table.Column<long>(type: "bigint", nullable: true),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_assessment", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "city",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    english_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_city", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "contact",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    village_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firm_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    person_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    consent = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    consent_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    author_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_contact", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "county",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    census_residents = table.Column<long>(type: "bigint", nullable: false),
                    census_basis = table.Column<string>(type: "text", nullable: false),
                    census_source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: true),
                    placement = table.Column<string>(type: "text", nullable: true),
                    accuracy_m = table.Column<double>(type: "double precision", nullable: true),
                    position_source = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_county", x => x.fid);
                    table.UniqueConstraint("AK_county_code", x => x.code);
                });

            migrationBuilder.CreateTable(
                name: "crossing",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_bank = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    to_bank = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: true),
                    placement = table.Column<string>(type: "text", nullable: true),
                    accuracy_m = table.Column<double>(type: "double precision", nullable: true),
                    position_source = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_crossing", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "data_version",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_hash = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    program_version = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_version", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    village_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firm_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    adviser = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    start_at = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    length_minutes = table.Column<int>(type: "integer", nullable: false),
                    subjects = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    people = table.Column<int>(type: "integer", nullable: false),
                    instruments = table.Column<int>(type: "integer", nullable: false),
                    distance_m = table.Column<double>(type: "double precision", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    removed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "evidence",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    point_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    media_type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    length = table.Column<long>(type: "bigint", nullable: false),
                    digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    caption = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    taken_on = table.Column<DateOnly>(type: "date", nullable: false),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    removed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence", x => x.fid);
                    table.UniqueConstraint("AK_evidence_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "import_memory",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_import_memory", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "invitation",
                columns: table => new
                {
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    link_digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    role = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    person_name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    author_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    account_id = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_invitation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "log",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    command = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    subject = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    version_sequence = table.Column<long>(type: "bigint", nullable: true),
                    undoes_sequence = table.Column<long>(type: "bigint", nullable: true),
                    previous_digest = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    digest = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "pairing_profile",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    side = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    fields = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    market_days = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hours_a_month = table.Column<double>(type: "double precision", nullable: true),
                    group_link = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_profile", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "point",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    tier = table.Column<string>(type: "text", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    bank = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    stage = table.Column<string>(type: "text", nullable: false),
                    stage_basis = table.Column<string>(type: "text", nullable: false),
                    stage_source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    hours = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    hours_basis = table.Column<string>(type: "text", nullable: true),
                    hours_source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    address = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    phone = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ways_in = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    languages = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: true),
                    details_basis = table.Column<string>(type: "text", nullable: true),
                    details_source = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: true),
                    placement = table.Column<string>(type: "text", nullable: true),
                    accuracy_m = table.Column<double>(type: "double precision", nullable: true),
                    position_source = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_point", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "point_plan",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    point_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_point_plan", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "protection_key",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    xml = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_protection_key", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "river",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    geom = table.Column<LineString>(type: "geometry(LineString,4490)", nullable: true),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_river", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "date", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "date", nullable: false),
                    object_by_on = table.Column<DateOnly>(type: "date", nullable: false),
                    mode = table.Column<string>(type: "text", nullable: false),
                    limit_minutes = table.Column<double>(type: "double precision", nullable: false),
                    aim = table.Column<string>(type: "text", nullable: false),
                    villages_per_lawyer = table.Column<int>(type: "integer", nullable: false),
                    serves_all = table.Column<bool>(type: "boolean", nullable: false),
                    seed = table.Column<long>(type: "bigint", nullable: false),
                    proposal = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round", x => x.fid);
                    table.UniqueConstraint("AK_round_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "scenario",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    settings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    changed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    deleted_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    edit = table.Column<int>(type: "integer", nullable: false),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scenario", x => x.fid);
                    table.UniqueConstraint("AK_scenario_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_setting", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "sign_in",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    account_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sign_in", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "special_hours",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    point_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    from_day = table.Column<DateOnly>(type: "date", nullable: false),
                    to_day = table.Column<DateOnly>(type: "date", nullable: false),
                    hours = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_special_hours", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "staff",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    point_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    post = table.Column<string>(type: "text", nullable: false),
                    count = table.Column<int>(type: "integer", nullable: false),
                    hours_a_month = table.Column<double>(type: "double precision", nullable: true),
                    basis = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_staff", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "standing_pair",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    village_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firm_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    round_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standing_pair", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "standstill",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    point_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    cause = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    since_on = table.Column<DateOnly>(type: "date", nullable: false),
                    until_on = table.Column<DateOnly>(type: "date", nullable: true),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standstill", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "voice",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    point_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    bureau_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    about = table.Column<string>(type: "text", nullable: true),
                    words = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    attitude = table.Column<int>(type: "integer", nullable: true),
                    speed = table.Column<int>(type: "integer", nullable: true),
                    knowledge = table.Column<int>(type: "integer", nullable: true),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    is_held = table.Column<bool>(type: "boolean", nullable: false),
                    handler_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    answer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    note = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    changed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice", x => x.fid);
                    table.UniqueConstraint("AK_voice_number", x => x.number);
                });

            migrationBuilder.CreateTable(
                name: "account_claim",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    claim_type = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    claim_value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_claim", x => x.id);
                    table.ForeignKey(
                        name: "FK_account_claim_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_login",
                columns: table => new
                {
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    provider_display_name = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_login", x => new { x.login_provider, x.provider_key });
                    table.ForeignKey(
                        name: "FK_account_login_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "account_passkey",
                columns: table => new
                {
                    credential_id = table.Column<byte[]>(type: "bytea", nullable: false),
                    user_id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    data = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_passkey", x => x.credential_id);
                    table.ForeignKey(
                        name: "FK_account_passkey_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "account_token",
                columns: table => new
                {
                    user_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    login_provider = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    value = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_account_token", x => new { x.user_id, x.login_provider, x.name });
                    table.ForeignKey(
                        name: "FK_account_token_account_user_id",
                        column: x => x.user_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "firm",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    county_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    lawyers = table.Column<int>(type: "integer", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: true),
                    placement = table.Column<string>(type: "text", nullable: true),
                    accuracy_m = table.Column<double>(type: "double precision", nullable: true),
                    position_source = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_firm", x => x.fid);
                    table.ForeignKey(
                        name: "FK_firm_county_county_code",
                        column: x => x.county_code,
                        principalTable: "county",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "township",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    county_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    bank = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: true),
                    placement = table.Column<string>(type: "text", nullable: true),
                    accuracy_m = table.Column<double>(type: "double precision", nullable: true),
                    position_source = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_township", x => x.fid);
                    table.UniqueConstraint("AK_township_code", x => x.code);
                    table.ForeignKey(
                        name: "FK_township_county_county_code",
                        column: x => x.county_code,
                        principalTable: "county",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "evidence_content",
                columns: table => new
                {
                    evidence_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_evidence_content", x => x.evidence_id);
                    table.ForeignKey(
                        name: "FK_evidence_content_evidence_evidence_id",
                        column: x => x.evidence_id,
                        principalTable: "evidence",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "log_record",
                columns: table => new
                {
                    log_sequence = table.Column<long>(type: "bigint", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    record_key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    before = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    after = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_log_record", x => new { x.log_sequence, x.number });
                    table.ForeignKey(
                        name: "FK_log_record_log_log_sequence",
                        column: x => x.log_sequence,
                        principalTable: "log",
                        principalColumn: "sequence",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    side = table.Column<string>(type: "text", nullable: false),
                    village_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    firm_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    reason = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_objection", x => x.fid);
                    table.ForeignKey(
                        name: "FK_objection_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "wish",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    round_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    side = table.Column<string>(type: "text", nullable: false),
                    owner = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    wishes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    capacity = table.Column<int>(type: "integer", nullable: true),
                    is_submitted = table.Column<bool>(type: "boolean", nullable: false),
                    changed_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    author_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wish", x => x.fid);
                    table.ForeignKey(
                        name: "FK_wish_round_round_id",
                        column: x => x.round_id,
                        principalTable: "round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "run",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    scenario_id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    question = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    settings = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    state = table.Column<string>(type: "text", nullable: false),
                    made_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    started_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    holder = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    held_until_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    stop_asked_utc = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    fault = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_run", x => x.fid);
                    table.ForeignKey(
                        name: "FK_run_scenario_scenario_id",
                        column: x => x.scenario_id,
                        principalTable: "scenario",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voice_contact",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    number = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    contact = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_voice_contact", x => x.fid);
                    table.ForeignKey(
                        name: "FK_voice_contact_voice_number",
                        column: x => x.number,
                        principalTable: "voice",
                        principalColumn: "number",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "village",
                columns: table => new
                {
                    fid = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    township_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "text", nullable: false),
                    bank = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    residents = table.Column<long>(type: "bigint", nullable: false),
                    residents_basis = table.Column<string>(type: "text", nullable: false),
                    residents_source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    city_code = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    geom = table.Column<Point>(type: "geometry(Point,4490)", nullable: true),
                    placement = table.Column<string>(type: "text", nullable: true),
                    accuracy_m = table.Column<double>(type: "double precision", nullable: true),
                    position_source = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_village", x => x.fid);
                    table.ForeignKey(
                        name: "FK_village_township_township_code",
                        column: x => x.township_code,
                        principalTable: "township",
                        principalColumn: "code",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "EmailIndex",
                table: "account",
                column: "normalized_email");

            migrationBuilder.CreateIndex(
                name: "IX_account_name",
                table: "account",
                columns: new[] { "city_code", "normalized_user_name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_account_claim_user_id",
                table: "account_claim",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_account_login_user_id",
                table: "account_login",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_account_passkey_user_id",
                table: "account_passkey",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "IX_assessment_id",
                table: "assessment",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_assessment_point_id",
                table: "assessment",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_contact_id",
                table: "contact",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_contact_village_code",
                table: "contact",
                column: "village_code");

            migrationBuilder.CreateIndex(
                name: "IX_county_geom",
                table: "county",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_crossing_geom",
                table: "crossing",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_duty_firm_id_held_on",
                table: "duty",
                columns: new[] { "firm_id", "held_on" });

            migrationBuilder.CreateIndex(
                name: "IX_duty_id",
                table: "duty",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_duty_village_code_held_on",
                table: "duty",
                columns: new[] { "village_code", "held_on" });

            migrationBuilder.CreateIndex(
                name: "IX_evidence_id",
                table: "evidence",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_evidence_point_id",
                table: "evidence",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_firm_city_code_id",
                table: "firm",
                columns: new[] { "city_code", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_firm_county_code",
                table: "firm",
                column: "county_code");

            migrationBuilder.CreateIndex(
                name: "IX_firm_geom",
                table: "firm",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_import_memory_city_code_kind_name",
                table: "import_memory",
                columns: new[] { "city_code", "kind", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_invitation_link_digest",
                table: "invitation",
                column: "link_digest",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_log_version_sequence",
                table: "log",
                column: "version_sequence",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_log_record_kind_record_key",
                table: "log_record",
                columns: new[] { "kind", "record_key" });

            migrationBuilder.CreateIndex(
                name: "IX_objection_round_id",
                table: "objection",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "IX_pairing_profile_city_code_side_owner",
                table: "pairing_profile",
                columns: new[] { "city_code", "side", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_city_code_id",
                table: "point",
                columns: new[] { "city_code", "id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_geom",
                table: "point",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_point_plan_city_code_point_id",
                table: "point_plan",
                columns: new[] { "city_code", "point_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_river_geom",
                table: "river",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_round_id",
                table: "round",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_run_id",
                table: "run",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_run_scenario_id",
                table: "run",
                column: "scenario_id");

            migrationBuilder.CreateIndex(
                name: "IX_setting_city_code_name",
                table: "setting",
                columns: new[] { "city_code", "name" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_special_hours_city_code_point_id_from_day",
                table: "special_hours",
                columns: new[] { "city_code", "point_id", "from_day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_staff_city_code_point_id_post",
                table: "staff",
                columns: new[] { "city_code", "point_id", "post" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_standing_pair_village_code",
                table: "standing_pair",
                column: "village_code");

            migrationBuilder.CreateIndex(
                name: "IX_standstill_point_id",
                table: "standstill",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_township_county_code",
                table: "township",
                column: "county_code");

            migrationBuilder.CreateIndex(
                name: "IX_township_geom",
                table: "township",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_village_code",
                table: "village",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_village_geom",
                table: "village",
                column: "geom")
                .Annotation("Npgsql:IndexMethod", "gist");

            migrationBuilder.CreateIndex(
                name: "IX_village_township_code",
                table: "village",
                column: "township_code");

            migrationBuilder.CreateIndex(
                name: "IX_voice_bureau_code_state",
                table: "voice",
                columns: new[] { "bureau_code", "state" });

            migrationBuilder.CreateIndex(
                name: "IX_voice_point_id",
                table: "voice",
                column: "point_id");

            migrationBuilder.CreateIndex(
                name: "IX_voice_contact_number",
                table: "voice_contact",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_wish_round_id_side_owner",
                table: "wish",
                columns: new[] { "round_id", "side", "owner" },
                unique: true);

            migrationBuilder.Sql(PostgisNews.Tell("data_version"));
            migrationBuilder.Sql(PostgisNews.Tell("setting"));
            migrationBuilder.Sql(PostgisNews.Tell("run"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "account_claim");

            migrationBuilder.DropTable(
                name: "account_login");

            migrationBuilder.DropTable(
                name: "account_passkey");

            migrationBuilder.DropTable(
                name: "account_token");

            migrationBuilder.DropTable(
                name: "assessment");

            migrationBuilder.DropTable(
                name: "city");

            migrationBuilder.DropTable(
                name: "contact");

            migrationBuilder.DropTable(
                name: "crossing");

            migrationBuilder.DropTable(
                name: "data_version");

            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "evidence_content");

            migrationBuilder.DropTable(
                name: "firm");

            migrationBuilder.DropTable(
                name: "import_memory");

            migrationBuilder.DropTable(
                name: "invitation");

            migrationBuilder.DropTable(
                name: "log_record");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "pairing_profile");

            migrationBuilder.DropTable(
                name: "point");

            migrationBuilder.DropTable(
                name: "point_plan");

            migrationBuilder.DropTable(
                name: "protection_key");

            migrationBuilder.DropTable(
                name: "river");

            migrationBuilder.DropTable(
                name: "run");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in");

            migrationBuilder.DropTable(
                name: "special_hours");

            migrationBuilder.DropTable(
                name: "staff");

            migrationBuilder.DropTable(
                name: "standing_pair");

            migrationBuilder.DropTable(
                name: "standstill");

            migrationBuilder.DropTable(
                name: "village");

            migrationBuilder.DropTable(
                name: "voice_contact");

            migrationBuilder.DropTable(
                name: "wish");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "evidence");

            migrationBuilder.DropTable(
                name: "log");

            migrationBuilder.DropTable(
                name: "scenario");

            migrationBuilder.DropTable(
                name: "township");

            migrationBuilder.DropTable(
                name: "voice");

            migrationBuilder.DropTable(
                name: "round");

            migrationBuilder.DropTable(
                name: "county");
        }
    }
}
