using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Scenarios : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "scenario",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    changed_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    deleted_utc = table.Column<string>(type: "DATETIME", nullable: true),
                    edit = table.Column<int>(type: "INTEGER", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scenario", x => x.fid);
                    table.UniqueConstraint("AK_scenario_id", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "run",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    scenario_id = table.Column<string>(type: "TEXT", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    settings = table.Column<string>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    started_utc = table.Column<string>(type: "DATETIME", nullable: true),
                    ended_utc = table.Column<string>(type: "DATETIME", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_run_id",
                table: "run",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_run_scenario_id",
                table: "run",
                column: "scenario_id");

            migrationBuilder.Sql(GeoPackageStatements.RegisterAttributes("scenario"));
            migrationBuilder.Sql(GeoPackageStatements.RegisterAttributes("run"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM gpkg_contents WHERE table_name IN ('scenario', 'run');");
            migrationBuilder.DropTable(
                name: "run");

            migrationBuilder.DropTable(
                name: "scenario");
        }
    }
}
