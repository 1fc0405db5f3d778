using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Pairing : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "duty",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: true),
                    village_code = table.Column<string>(type: "TEXT", nullable: false),
                    firm_id = table.Column<string>(type: "TEXT", nullable: false),
                    adviser = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    held_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    start_at = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    length_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    subjects = table.Column<string>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false),
                    instruments = table.Column<int>(type: "INTEGER", nullable: false),
                    distance_m = table.Column<double>(type: "REAL", nullable: true),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    removed_utc = table.Column<string>(type: "DATETIME", nullable: true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "pairing_profile",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    fields = table.Column<string>(type: "TEXT", nullable: false),
                    market_days = table.Column<string>(type: "TEXT", nullable: false),
                    hours_a_month = table.Column<double>(type: "REAL", nullable: true),
                    group_link = table.Column<string>(type: "TEXT", nullable: false),
                    note = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pairing_profile", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "round",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    object_by_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    mode = table.Column<string>(type: "TEXT", nullable: false),
                    limit_minutes = table.Column<double>(type: "REAL", nullable: false),
                    aim = table.Column<string>(type: "TEXT", nullable: false),
                    villages_per_lawyer = table.Column<int>(type: "INTEGER", nullable: false),
                    serves_all = table.Column<bool>(type: "INTEGER", nullable: false),
                    seed = table.Column<long>(type: "INTEGER", nullable: false),
                    proposal = table.Column<string>(type: "TEXT", nullable: true),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_round", x => x.fid);
                    table.UniqueConstraint("AK_round_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "standing_pair",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    village_code = table.Column<string>(type: "TEXT", nullable: false),
                    firm_id = table.Column<string>(type: "TEXT", nullable: false),
                    round_id = table.Column<string>(type: "TEXT", nullable: false),
                    since_on = table.Column<DateOnly>(type: "DATE", nullable: false),
                    until_on = table.Column<DateOnly>(type: "DATE", nullable: true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_standing_pair", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "objection",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    round_id = table.Column<string>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    village_code = table.Column<string>(type: "TEXT", nullable: false),
                    firm_id = table.Column<string>(type: "TEXT", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
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
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    round_id = table.Column<string>(type: "TEXT", nullable: false),
                    side = table.Column<string>(type: "TEXT", nullable: false),
                    owner = table.Column<string>(type: "TEXT", nullable: false),
                    wishes = table.Column<string>(type: "TEXT", nullable: false),
                    capacity = table.Column<int>(type: "INTEGER", nullable: true),
                    is_submitted = table.Column<bool>(type: "INTEGER", nullable: false),
                    changed_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    author_id = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
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
                name: "IX_objection_round_id",
                table: "objection",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "IX_pairing_profile_side_owner",
                table: "pairing_profile",
                columns: new[] { "side", "owner" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_round_id",
                table: "round",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_standing_pair_village_code",
                table: "standing_pair",
                column: "village_code");

            migrationBuilder.CreateIndex(
                name: "IX_wish_round_id_side_owner",
                table: "wish",
                columns: new[] { "round_id", "side", "owner" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "duty");

            migrationBuilder.DropTable(
                name: "objection");

            migrationBuilder.DropTable(
                name: "pairing_profile");

            migrationBuilder.DropTable(
                name: "standing_pair");

            migrationBuilder.DropTable(
                name: "wish");

            migrationBuilder.DropTable(
                name: "round");
        }
    }
}
