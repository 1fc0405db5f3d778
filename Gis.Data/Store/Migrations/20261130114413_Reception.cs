using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Migrations
{
    /// <inheritdoc />
    internal partial class Reception : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "address",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "checked_on",
                table: "point",
                type: "DATE",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours_basis",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "hours_source",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "languages",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "phone",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details_basis",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "details_source",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ways_in",
                table: "point",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "special_hours",
                columns: table => new
                {
                    fid = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    point_id = table.Column<string>(type: "TEXT", nullable: false),
                    from_day = table.Column<DateOnly>(type: "DATE", nullable: false),
                    to_day = table.Column<DateOnly>(type: "DATE", nullable: false),
                    hours = table.Column<string>(type: "TEXT", nullable: true),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    city_code = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_special_hours", x => x.fid);
                });

            migrationBuilder.CreateIndex(
                name: "IX_special_hours_point_id_from_day",
                table: "special_hours",
                columns: new[] { "point_id", "from_day" },
                unique: true);

            migrationBuilder.Sql(GeoPackageStatements.RegisterAttributes("special_hours"));
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("DELETE FROM gpkg_contents WHERE table_name = 'special_hours';");
            migrationBuilder.DropTable(
                name: "special_hours");

            // Not by DropColumn, which rebuilds the table and so loses what makes it a layer.
            foreach (var column in (string[])["address", "checked_on", "details_basis", "details_source", "hours", "hours_basis", "hours_source", "languages", "phone", "ways_in"])
                migrationBuilder.Sql($"ALTER TABLE point DROP COLUMN {column};");
        }
    }
}
