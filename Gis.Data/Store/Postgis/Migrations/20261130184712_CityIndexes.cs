using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Gis.Data.Store.Postgis.Migrations
{
    /// <inheritdoc />
    internal partial class CityIndexes : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_village_city_code",
                table: "village",
                column: "city_code");

            migrationBuilder.CreateIndex(
                name: "IX_township_city_code",
                table: "township",
                column: "city_code");

            migrationBuilder.CreateIndex(
                name: "IX_county_city_code",
                table: "county",
                column: "city_code");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_village_city_code",
                table: "village");

            migrationBuilder.DropIndex(
                name: "IX_township_city_code",
                table: "township");

            migrationBuilder.DropIndex(
                name: "IX_county_city_code",
                table: "county");
        }
    }
}
