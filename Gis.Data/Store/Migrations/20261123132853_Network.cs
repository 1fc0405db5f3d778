using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Network : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "city",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    english_name = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_city", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "county",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    census_residents = table.Column<long>(type: "INTEGER", nullable: false),
                    census_basis = table.Column<string>(type: "TEXT", nullable: false),
                    census_source = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    accuracy_m = table.Column<double>(type: "REAL", nullable: true),
                    position_source = table.Column<string>(type: "TEXT", nullable: true)
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
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from_bank = table.Column<string>(type: "TEXT", nullable: false),
                    to_bank = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    accuracy_m = table.Column<double>(type: "REAL", nullable: true),
                    position_source = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_crossing", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "data_version",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    version_hash = table.Column<string>(type: "TEXT", nullable: false),
                    made_utc = table.Column<string>(type: "DATETIME", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_data_version", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "point",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    tier = table.Column<string>(type: "TEXT", nullable: false),
                    area_code = table.Column<string>(type: "TEXT", nullable: false),
                    bank = table.Column<string>(type: "TEXT", nullable: false),
                    stage = table.Column<string>(type: "TEXT", nullable: false),
                    stage_basis = table.Column<string>(type: "TEXT", nullable: false),
                    stage_source = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    accuracy_m = table.Column<double>(type: "REAL", nullable: true),
                    position_source = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_point", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "river",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_river", x => x.fid);
                });

            migrationBuilder.CreateTable(
                name: "firm",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    id = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    county_code = table.Column<string>(type: "TEXT", nullable: false),
                    lawyers = table.Column<int>(type: "INTEGER", nullable: false),
                    basis = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    accuracy_m = table.Column<double>(type: "REAL", nullable: true),
                    position_source = table.Column<string>(type: "TEXT", nullable: true)
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
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    county_code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    bank = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    accuracy_m = table.Column<double>(type: "REAL", nullable: true),
                    position_source = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "village",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    township_code = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    bank = table.Column<string>(type: "TEXT", nullable: false),
                    residents = table.Column<long>(type: "INTEGER", nullable: false),
                    residents_basis = table.Column<string>(type: "TEXT", nullable: false),
                    residents_source = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false),
                    placement = table.Column<string>(type: "TEXT", nullable: true),
                    accuracy_m = table.Column<double>(type: "REAL", nullable: true),
                    position_source = table.Column<string>(type: "TEXT", nullable: true)
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
                name: "IX_firm_county_code",
                table: "firm",
                column: "county_code");

            migrationBuilder.CreateIndex(
                name: "IX_firm_id",
                table: "firm",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_point_id",
                table: "point",
                column: "id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_township_county_code",
                table: "township",
                column: "county_code");

            migrationBuilder.CreateIndex(
                name: "IX_village_code",
                table: "village",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_village_township_code",
                table: "village",
                column: "township_code");

            RegisterGeoPackage(migrationBuilder);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) =>
            throw new NotSupportedException("Nothing stands before the first migration.");

        // Geometry columns are added here, because EF takes a column of type POINT for one of SpatiaLite's and would call its functions.
        private static void RegisterGeoPackage(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql(GeoPackageStatements.Metadata);
            foreach (var table in new[] { "city", "data_version" })
                migrationBuilder.Sql(GeoPackageStatements.RegisterAttributes(table));
            foreach (var table in new[] { "county", "township", "village", "point", "firm", "crossing" })
                migrationBuilder.Sql(GeoPackageStatements.RegisterFeatures(table, "POINT"));
            migrationBuilder.Sql(GeoPackageStatements.RegisterFeatures("river", "LINESTRING"));
        }
    }
}
